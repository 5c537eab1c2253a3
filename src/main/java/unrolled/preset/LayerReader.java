package unrolled.preset;

import static unrolled.preset.Values.require;

import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.HiddenCell;
import unrolled.model.Start;
import unrolled.model.WindowCell;
import unrolled.nn.Activation;
import unrolled.nn.Reset;

/** Reads one of {@code model.layers}. */
final class LayerReader {
    private static final int MOST_UNITS = 512;
    private static final int UNITS = 16;
    private static final int MOST_STEPS = 32;
    private static final int BEFORE = 2;                       // a trigram's context
    private static final int WIDTH = 3;                        // the usual smallest filter with a middle
    private static final double DROP = 0.5;                    // Srivastava et al., 2014, for hidden units
    private static final double FORGET_BIAS = 1;               // remember from the start (Jozefowicz et al., 2015)

    private LayerReader() { }

    static Cell read(Fields fields, boolean last, Head head, Data data) {
        String kind = fields.word("cell", "lstm", "elman", "jordan", "gru", "lstm", "embedding", "window", "dense",
                "conv", "dropout");
        Cell cell = switch (kind) {
            case "embedding" -> embedding(fields, data);
            case "window" -> window(fields, data);
            case "dense" -> new HiddenCell(hidden(fields), activation(fields));
            case "conv" -> new ConvCell(fields.integer("width", WIDTH, 1, MOST_STEPS), hidden(fields),
                    activation(fields), fields.bool("flip", false), fields.bool("pad", false));
            case "dropout" -> dropout(fields);
            default -> recurrent(fields, kind, last, head, data);
        };
        return cell;
    }

    /** What the first step of a layer builds on. */
    static Start.State state(Fields fields, Cell cell, Data data) {
        if (cell.states().isEmpty()) {
            return Start.State.ZERO;
        }
        Start.State state = Start.State.valueOf(fields.word("initial", "zero", "zero", "random", "learned")
                .toUpperCase());
        boolean forward = !(cell instanceof Cell.BidirectionalCell) && !(cell instanceof Cell.JordanCell);
        require(state != Start.State.LEARNED || forward, fields.at("initial")
                + " must be zero or random for a layer that runs back or feeds its output back, got \"learned\"");
        return state;
    }

    private static Cell embedding(Fields fields, Data data) {
        require(data.vocabulary() != null, fields.at("cell")
                + " must not be embedding where the data are numbers: it stands for symbols");
        return new EmbeddingCell(fields.integer("size", UNITS, 1, MOST_UNITS));
    }

    private static Cell window(Fields fields, Data data) {
        int after = fields.integer("after", 0, 0, MOST_STEPS);
        boolean writes = data.plain() instanceof Data.Texts || data.plain() instanceof Data.Pairs;
        require(after == 0 || !writes, fields.at("after") + " must be 0 where the net writes on: looking ahead would "
                + "show it the symbols it is to predict, got " + after);
        return new WindowCell(fields.integer("before", BEFORE, 0, MOST_STEPS), after);
    }

    private static Cell dropout(Fields fields) {
        double drop = fields.number("drop", DROP, 0, 1);
        require(drop < 1, fields.at("drop") + " must be below 1, got 1: it would leave nothing, and what is kept is "
                + "enlarged by 1/(1 − drop)");
        return new DropoutCell(drop);
    }

    private static Cell recurrent(Fields fields, String kind, boolean last, Head head, Data data) {
        int hidden = hidden(fields);
        Cell cell = switch (kind) {
            case "elman" -> new Cell.ElmanCell(hidden, activation(fields));
            case "jordan" -> jordan(fields, hidden, last, head);
            case "gru" -> new Cell.GruCell(hidden, Reset.valueOf(fields.word("reset", "after", "after", "before")
                    .toUpperCase()));
            default -> new Cell.LstmCell(hidden, fields.number("forgetBias", FORGET_BIAS, -100, 100));
        };
        boolean both = fields.word("direction", "forward", "forward", "both").equals("both");
        require(!both || !(data.plain() instanceof Data.Texts), fields.at("direction")
                + " must be forward where the data are texts: reading back would show the net the symbols it is to "
                + "predict, got \"both\"");
        require(!both || !kind.equals("jordan"), fields.at("direction")
                + " must be forward for jordan, whose output is not there before time has run, got \"both\"");
        return both ? new Cell.BidirectionalCell(cell) : cell;
    }

    private static Cell jordan(Fields fields, int hidden, boolean last, Head head) {
        require(last, fields.at("cell")
                + " must not be jordan below another layer: it feeds the output back, which only the last layer "
                + "reaches");
        require(head != null && head.at() == Head.At.EVERY, fields.at("cell")
                + " must not be jordan without an output at every step, which it feeds back");
        return new Cell.JordanCell(hidden, head.size(), activation(fields));
    }

    private static int hidden(Fields fields) {
        return fields.integer("hidden", UNITS, 1, MOST_UNITS);
    }

    private static Activation activation(Fields fields) {
        return Activation.valueOf(fields.word("activation", "tanh", "tanh", "sigmoid", "relu", "linear", "threshold")
                .toUpperCase());
    }
}
