package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.nn.SpectralRadius;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** How large the gradient of the last answer's loss alone is at every step it goes back through, for every variant. */
final class GradientNorms {
    private GradientNorms() { }

    static JsonArray json(Lab lab) {
        JsonArray json = new JsonArray();
        for (int i = 0; i < lab.experiments().size(); i++) {
            json.add(of(lab.experiments().get(i), lab).add("name", lab.nameOf(i)));
        }
        lab.look();
        return json;
    }

    private static JsonObject of(Experiment experiment, Lab lab) {
        Example example = experiment.split.shown().get(Math.min(lab.example(), experiment.split.shown().size() - 1));
        experiment.lookAtLast(example);
        Trace trace = experiment.trace(example);
        Architecture architecture = experiment.preset.architecture();
        int l = architecture.lastRecurrent();
        Lab.require(l >= 0, "this net has no states that a gradient could go back through");
        String prefix = architecture.prefix(l);
        JsonArray h = norms(trace.tensor(prefix + "dh"), trace.steps());
        return new JsonObject().add("h", h).add("c", norms(trace, prefix + "dc")).add("fate", fate(experiment, h))
                .add("paths", GradientPaths.of(trace, prefix))
                .add("norm", Report.number(experiment.normSeen())).add("radius", radius(experiment, l));
    }

    static JsonObject fate(Experiment experiment, JsonArray norms) {
        return Fate.of(norms, experiment.preset.training().method().truncate()).json();
    }

    /** The size of a tensor's row at every step. */
    static JsonValue norms(Trace trace, String name) {
        if (trace.entry(name) == null) {
            return Json.NULL;
        }
        return norms(trace.tensor(name), trace.steps());
    }

    static JsonArray norms(Tensor tensor, int steps) {
        JsonArray norms = new JsonArray();
        for (int t = 0; t < steps; t++) {
            double squares = 0;
            for (int j = 0; j < tensor.cols; j++) {
                squares += tensor.get(t, j) * tensor.get(t, j);
            }
            norms.add(Report.number(Numbers.sqrt(squares)));
        }
        return norms;
    }

    /** ρ(Wh) of a net that multiplies its state with one matrix. */
    private static JsonValue radius(Experiment experiment, int l) {
        Cell cell = experiment.preset.architecture().layers().get(l);
        return cell instanceof Cell.ElmanCell ? Report.number(SpectralRadius.of(
                experiment.network.weight(experiment.preset.architecture().prefix(l) + "Wh"))) : Json.NULL;
    }
}
