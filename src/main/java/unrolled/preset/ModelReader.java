package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Head;
import unrolled.nn.Activation;
import unrolled.nn.Reset;

/** Reads {@code model}; its output is read by {@link HeadReader}. */
final class ModelReader {
    private static final int MOST_LAYERS = 4;
    private static final int MOST_UNITS = 512;
    private static final int UNITS = 16;
    private static final double FORGET_BIAS = 1;               // remember from the start (Jozefowicz et al., 2015)

    private ModelReader() { }

    static Architecture read(Fields fields, Data data) {
        JsonArray array = Values.array(fields.required("layers"), fields.at("layers"));
        require(array.size() >= 1 && array.size() <= MOST_LAYERS, fields.at("layers") + " must hold 1.." + MOST_LAYERS
                + " layers, got " + array.size());
        Head head = fields.has("output") ? HeadReader.read(new Fields(fields.get("output"), fields.at("output")), data)
                : null;
        boolean decodes = data.plain() instanceof Data.Pairs;
        if (fields.has("decoder")) {
            require(decodes, fields.at("decoder") + " must not stand there unless the data are pairs");
            decoder(fields.object("decoder"));
        }
        List<Cell> layers = new ArrayList<>();
        for (int l = 0; l < array.size(); l++) {
            Fields layer = new Fields(array.get(l), fields.at("layers") + "[" + l + "]");
            Cell cell = cell(layer, l == array.size() - 1, head, data);
            layers.add(decodes ? writing(cell, layer) : cell);
        }
        fields.close();
        return new Architecture(data.inputSize(), layers, head);
    }

    /** A cell that also writes. */
    private static Cell writing(Cell cell, Fields fields) {
        require(!(cell instanceof Cell.BidirectionalCell) && !(cell instanceof Cell.JordanCell), fields.at("cell")
                + " must run forward and keep its own state where the data are pairs: a decoder goes on from the last"
                + " state of its encoder, got \"" + cell.name() + "\"");
        return new Cell.EncoderDecoderCell(cell);
    }

    private static void decoder(Fields fields) {
        fields.close();
    }

    private static Cell cell(Fields fields, boolean last, Head head, Data data) {
        String kind = fields.word("cell", "lstm", "elman", "jordan", "gru", "lstm");
        int hidden = fields.integer("hidden", UNITS, 1, MOST_UNITS);
        Cell cell = switch (kind) {
            case "elman" -> new Cell.ElmanCell(hidden, activation(fields));
            case "jordan" -> jordan(fields, hidden, last, head);
            case "gru" -> new Cell.GruCell(hidden, Reset.valueOf(fields.word("reset", "after", "after", "before")
                    .toUpperCase()));
            default -> new Cell.LstmCell(hidden, fields.number("forgetBias", FORGET_BIAS, -100, 100));
        };
        boolean both = fields.word("direction", "forward", "forward", "both").equals("both");
        require(!both || !(data.plain() instanceof Data.Texts), fields.at("direction")
                + " must be forward where the data are texts: reading back would show the net the symbols it is to predict, got \"both\"");
        require(!both || !kind.equals("jordan"), fields.at("direction")
                + " must be forward for jordan, whose output is not there before time has run, got \"both\"");
        fields.close();
        return both ? new Cell.BidirectionalCell(cell) : cell;
    }

    private static Cell jordan(Fields fields, int hidden, boolean last, Head head) {
        require(last, fields.at("cell")
                + " must not be jordan below another layer: it feeds the output back, which only the last layer reaches");
        require(head != null && head.at() == Head.At.EVERY, fields.at("cell")
                + " must not be jordan without an output at every step, which it feeds back");
        return new Cell.JordanCell(hidden, head.size(), activation(fields));
    }

    private static Activation activation(Fields fields) {
        return Activation.valueOf(fields.word("activation", "tanh", "tanh", "sigmoid", "relu", "linear", "threshold")
                .toUpperCase());
    }
}
