package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.model.Cell;
import unrolled.nn.Named;
import unrolled.tensor.Tensor;

/** What every gate and state of a net does along a text, and which of their units fire on a part of it. */
final class Units {
    private static final int BEST = 20;
    /** So many symbols around the selection's first are told of each of the best. */
    private static final int GLIMPSE = 80;
    private static final int BEFORE = 16;

    /** A gate or state: its name in the net, and its numbers, a row a step of the piece that ran last. */
    private record Quantity(String name, Tensor tensor, boolean reversed) {
        Tensor rows(int n) {
            return reversed ? tensor.reversed(n) : tensor;
        }
    }

    /** @param at the number of a quantity */
    private record Ranked(int at, int unit, double r) { }

    private Units() { }

    static boolean has(Experiment experiment) {
        return experiment.trains() && Passage.suits(experiment) && !quantities(experiment).isEmpty();
    }

    /** The text, where its parts begin, and whose numbers can be shown along it. */
    static JsonObject text(Experiment experiment, Asked asked) {
        Passage passage = Passage.of(experiment, asked.word("text", ""));
        JsonArray pieces = new JsonArray();
        int at = 0;
        for (Example shown : experiment.split.shown()) {
            pieces.add(at);
            at += shown.steps();
        }
        JsonArray quantities = new JsonArray();
        for (Quantity one : quantities(experiment)) {
            quantities.add(new JsonObject().add("tensor", one.name).add("units", one.tensor.cols));
        }
        return new JsonObject().add("symbols", Structure.strings(passage.symbols())).add("starts", passage.starts())
                .add("pieces", pieces).add("rest", passage.rest()).add("unknown", Structure.strings(passage.unknown()))
                .add("types", Passage.types(experiment)).add("quantities", quantities);
    }

    /**
     * The numbers of one unit at some symbols, to three decimals; and how large they get along the whole text: of this
     * unit, and of all the units beside it.
     */
    static JsonObject values(Lab lab, Asked asked) {
        Experiment experiment = lab.experiment();
        Passage passage = Passage.of(experiment, asked.word("text", ""));
        Quantity quantity = quantity(experiment, asked.word("tensor", ""));
        int unit = asked.integer("unit", 0, 0, quantity.tensor.cols - 1);
        int from = asked.integer("from", 0, 0, passage.size());
        int to = from + asked.integer("n", passage.size() - from, 0, passage.size() - from);
        double[] most = new double[2];
        JsonArray values = new JsonArray();
        passage.run((position, n) -> {
            Tensor rows = quantity.rows(n);
            for (int t = 0; t < n && position + t < passage.size(); t++) {
                for (int j = 0; j < rows.cols; j++) {
                    most[1] = Math.max(most[1], Math.abs(rows.get(t, j)));
                }
                most[0] = Math.max(most[0], Math.abs(rows.get(t, unit)));
                if (position + t >= from && position + t < to) {
                    values.add(Report.number(rounded(rows.get(t, unit))));
                }
            }
        });
        lab.look();
        return new JsonObject().add("from", from).add("values", values).add("unit", Report.number(most[0]))
                .add("layer", Report.number(most[1]));
    }

    /**
     * The units of all layers that tell a selection best from the rest, see {@link Separation}: {@code spans} from, to
     * (exclusive), from, to, …, or every occurrence of a pattern.
     */
    static JsonObject rank(Lab lab, Asked asked) {
        Experiment experiment = lab.experiment();
        Passage passage = Passage.of(experiment, asked.word("text", ""));
        boolean[] inside = selected(passage, asked);
        JsonArray spans = spans(inside);
        Lab.require(!spans.isEmpty(), "nothing like this stands in the text");
        Lab.require(spans.size() > 2 || spans.get(1).asInt() - spans.get(0).asInt() < inside.length,
                "a selection must leave something to tell it from");
        int first = Math.max(0, spans.get(0).asInt() - BEFORE);
        List<Quantity> quantities = quantities(experiment);
        List<Separation> separations = new ArrayList<>();
        List<double[][]> glimpses = new ArrayList<>();
        int seen = Math.min(GLIMPSE, inside.length - first);
        for (Quantity one : quantities) {
            separations.add(new Separation(one.tensor.cols));
            glimpses.add(new double[one.tensor.cols][seen]);
        }
        passage.run((position, n) -> {
            for (int q = 0; q < quantities.size(); q++) {
                Tensor rows = quantities.get(q).rows(n);
                for (int t = 0; t < n && position + t < inside.length; t++) {
                    separations.get(q).add(rows, t, inside[position + t]);
                    int at = position + t - first;
                    for (int j = 0; at >= 0 && at < seen && j < rows.cols; j++) {
                        glimpses.get(q)[j][at] = rows.get(t, j);
                    }
                }
            }
        });
        lab.look();
        JsonArray units = new JsonArray();
        for (Ranked one : best(separations, quantities)) {
            Separation separation = separations.get(one.at);
            JsonArray glimpse = new JsonArray();
            for (double value : glimpses.get(one.at)[one.unit]) {
                glimpse.add(Report.number(rounded(value)));
            }
            units.add(new JsonObject().add("tensor", quantities.get(one.at).name).add("unit", one.unit)
                    .add("r", Report.number(one.r)).add("inside", Report.number(separation.meanInside(one.unit)))
                    .add("outside", Report.number(separation.meanOutside(one.unit))).add("glimpse", glimpse));
        }
        return new JsonObject().add("spans", spans).add("first", first).add("units", units);
    }

    private static boolean[] selected(Passage passage, Asked asked) {
        String pattern = asked.word("every", "");
        if (!pattern.isEmpty()) {
            return passage.every(pattern);
        }
        boolean[] inside = new boolean[passage.size()];
        List<Double> ends = asked.numbers("spans");
        for (int k = 0; k + 1 < ends.size(); k += 2) {
            for (int i = Math.max(0, ends.get(k).intValue()); i < ends.get(k + 1) && i < inside.length; i++) {
                inside[i] = true;
            }
        }
        return inside;
    }

    private static JsonArray spans(boolean[] inside) {
        JsonArray spans = new JsonArray();
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] && (i == 0 || !inside[i - 1])) {
                spans.add(i);
            }
            if (inside[i] && (i + 1 == inside.length || !inside[i + 1])) {
                spans.add(i + 1);
            }
        }
        return spans;
    }

    /** Those whose |r| is largest; of equals, the one that comes first. */
    private static List<Ranked> best(List<Separation> separations, List<Quantity> quantities) {
        List<Ranked> best = new ArrayList<>();
        for (int q = 0; q < quantities.size(); q++) {
            for (int j = 0; j < quantities.get(q).tensor.cols; j++) {
                double r = separations.get(q).r(j);
                int place = best.size();
                while (place > 0 && Math.abs(best.get(place - 1).r) < Math.abs(r)) {
                    place--;
                }
                if (place < BEST && r != 0) {
                    best.add(place, new Ranked(q, j, r));
                    if (best.size() > BEST) {
                        best.remove(BEST);
                    }
                }
            }
        }
        return best;
    }

    private static Quantity quantity(Experiment experiment, String name) {
        for (Quantity one : quantities(experiment)) {
            if (one.name.equals(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException("this net has no gate or state \"" + name + "\"");
    }

    /** The gates and states of every layer; of a layer without a memory, what it hands up. */
    private static List<Quantity> quantities(Experiment experiment) {
        List<Quantity> all = new ArrayList<>();
        List<Cell> cells = experiment.preset.architecture().layers();
        for (int l = 0; l < cells.size(); l++) {
            Cell cell = cells.get(l);
            List<String> letters = cell.clampable().isEmpty() ? List.of(cell.output()) : cell.clampable();
            for (Named named : experiment.reading().layers().get(l).named()) {
                if (cell.numbered() && letters.contains(named.name())) {
                    all.add(new Quantity(experiment.preset.architecture().name(l, named.name()), named.tensor(),
                            named.reversed()));
                }
            }
        }
        return all;
    }

    private static double rounded(double value) {
        return Math.floor(value * 1000 + 0.5) / 1000;
    }
}
