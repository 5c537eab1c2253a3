package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import unrolled.explain.Paths;
import unrolled.model.Architecture;
import unrolled.nn.Bidirectional;
import unrolled.tensor.Numbers;
import unrolled.trace.Names;
import unrolled.trace.Operation;
import unrolled.trace.Trace;

/** How much of the gradient came to the states of a layer by which way, at every step of what is looked at. */
final class GradientPaths {
    private GradientPaths() { }

    /** Of the layer asked for, counted from 1, in the direction asked for; else of the last recurrent one. */
    static JsonObject json(Lab lab, Asked asked) {
        Architecture architecture = lab.preset().architecture();
        int top = architecture.lastRecurrent();
        Lab.require(top >= 0 && lab.trains(), "this net has no states that a gradient could go back through");
        int l = asked.integer("layer", top + 1, 1, architecture.top() + 1) - 1;
        boolean back = asked.number("rev", 0) != 0 && architecture.isBidirectional(l);
        String prefix = architecture.prefix(l) + (back ? Bidirectional.REVERSE : "");
        return of(lab.trace(), prefix).add("layer", l + 1).add("rev", back)
                .add("sizes", sizes(lab.trace(), l + 1, Names.gradient(architecture.input(l))));
    }

    /** The norm at every step of each gradient of a layer, and of the one it sends to what came in. */
    private static JsonObject sizes(Trace trace, int layer, String input) {
        JsonObject sizes = new JsonObject();
        for (Trace.Entry entry : trace.entries()) {
            boolean own = entry.layer() == layer || entry.layer() == 0 || entry.name().equals(input);
            if (entry.role() == Trace.Role.FLOW && own && entry.tensor().rows == trace.steps()) {
                sizes.add(entry.name(), GradientNorms.norms(entry.tensor(), trace.steps()));
            }
        }
        return sizes;
    }

    static JsonObject of(Trace trace, String prefix) {
        return new JsonObject().add("h", state(trace, prefix + "dh")).add("c", state(trace, prefix + "dc"));
    }

    /**
     * {@code ways} by their names, and of each its {@code norms} and {@code shares} step by step. A share is the way's
     * norm of the sum of all norms: ways may point against one another, so their norms add up to more than the whole.
     */
    private static JsonObject state(Trace trace, String gradient) {
        List<String> ways = new ArrayList<>();
        List<double[]> norms = new ArrayList<>();
        double[] sums = new double[trace.steps()];
        for (Operation operation : trace.schedule()) {
            if (operation.t() < 0 || !operation.equation().output().equals(gradient)) {
                continue;
            }
            for (Paths.Path path : Paths.of(trace, operation)) {
                if (!ways.contains(path.by())) {
                    ways.add(path.by());
                    norms.add(new double[trace.steps()]);
                }
                double norm = norm(path.gradient());
                norms.get(ways.indexOf(path.by()))[operation.t()] = norm;
                sums[operation.t()] += norm;
            }
        }
        JsonArray numbers = new JsonArray();
        JsonArray shares = new JsonArray();
        for (double[] way : norms) {
            JsonArray own = new JsonArray();
            JsonArray ofAll = new JsonArray();
            for (int t = 0; t < way.length; t++) {
                own.add(Report.number(way[t]));
                ofAll.add(Report.number(sums[t] > 0 ? way[t] / sums[t] : 0));
            }
            numbers.add(own);
            shares.add(ofAll);
        }
        return new JsonObject().add("ways", Structure.strings(ways)).add("norms", numbers).add("shares", shares);
    }

    private static double norm(double[] vector) {
        double squares = 0;
        for (double number : vector) {
            squares += number * number;
        }
        return Numbers.sqrt(squares);
    }
}
