package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Head;
import unrolled.trace.Trace;

/** How large the gradients are that reach the states of a net's last recurrent layer, and which loss sends how much. */
final class Influence {
    private Influence() { }

    /**
     * ‖∂L/∂h(t)‖ and ‖∂L/∂c(t)‖ of what is looked at, one number a step, and what becomes of the gradient of the last
     * loss alone. With {@code map}, for the loss of every step that counts alone, ‖∂L(s)/∂h(t)‖.
     */
    static JsonObject json(Lab lab, Asked asked) {
        Experiment experiment = lab.experiment();
        Architecture architecture = experiment.preset.architecture();
        int l = architecture.lastRecurrent();
        Lab.require(l >= 0 && experiment.trains(), "this net has no states that a gradient could go back through");
        String prefix = architecture.prefix(l);
        Trace trace = lab.trace();
        Example example = lab.shown();
        boolean wanted = asked.number("map", 0) != 0;
        int alone = experiment.aloneSeen();
        lab.look(-1);
        JsonArray losses = new JsonArray();
        for (int s = 0; s < example.steps(); s++) {
            if (experiment.net.counts(s)) {
                losses.add(s);
            }
        }
        JsonArray map = new JsonArray();
        for (int i = 0; wanted && i < losses.size(); i++) {
            lab.look(losses.get(i).asInt());
            map.add(GradientNorms.norms(trace, prefix + "dh"));
        }
        int last = alone >= 0 ? alone : losses.get(losses.size() - 1).asInt();
        lab.look(last);
        JsonObject fate = GradientNorms.fate(experiment, GradientNorms.norms(trace.tensor(prefix + "dh"), example.steps()))
                .add("loss", last);
        lab.look();
        return new JsonObject().add("h", GradientNorms.norms(trace, prefix + "dh")).add("fate", fate)
                .add("c", GradientNorms.norms(trace, prefix + "dc")).add("losses", losses).add("map", map);
    }

    /**
     * ‖∂y_k(t)/∂x(τ)‖ of one output at one step, for every step τ of the inputs; of symbols that are embedded, by the
     * vectors they become.
     */
    static JsonObject saliency(Lab lab, Asked asked) {
        Experiment experiment = lab.experiment();
        Head head = experiment.preset.architecture().head();
        Lab.require(head != null && experiment.trains(), "this net has no output that could be followed back");
        Example example = lab.shown();
        int t = asked.integer("t", 0, 0, example.steps() - 1);
        int unit = asked.integer("unit", 0, 0, head.size() - 1);
        lab.look(-1);
        JsonArray norms = GradientNorms.norms(experiment.backFrom(t, unit, example.steps()), example.steps());
        lab.look();
        return new JsonObject().add("t", t).add("norms", norms);
    }
}
