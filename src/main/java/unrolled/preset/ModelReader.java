package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Head;
import unrolled.nn.Activation;
import unrolled.nn.Reset;

/** Reads {@code model}, and holds it against the data: what goes in and what should come out must fit. */
final class ModelReader {
    private static final int MOST_LAYERS = 4;
    private static final int MOST_UNITS = 512;
    private static final int UNITS = 16;
    private static final int MOST_OUTPUTS = 512;
    private static final double FORGET_BIAS = 1;               // remember from the start (Jozefowicz et al., 2015)

    private ModelReader() { }

    static Architecture read(Fields fields, Data data) {
        JsonArray array = Values.array(fields.required("layers"), fields.at("layers"));
        require(array.size() >= 1 && array.size() <= MOST_LAYERS, fields.at("layers") + " must hold 1.." + MOST_LAYERS + " layers, got " + array.size());
        List<Cell> layers = new ArrayList<>();
        for (int l = 0; l < array.size(); l++) {
            layers.add(cell(new Fields(array.get(l), fields.at("layers") + "[" + l + "]")));
        }
        Head head = fields.has("output") ? head(new Fields(fields.get("output"), fields.at("output")), data) : null;
        fields.close();
        return new Architecture(data.inputSize(), layers, head);
    }

    private static Cell cell(Fields fields) {
        String kind = fields.word("cell", "lstm", "elman", "gru", "lstm");
        int hidden = fields.integer("hidden", UNITS, 1, MOST_UNITS);
        Cell cell = switch (kind) {
            case "elman" -> new Cell.ElmanCell(hidden,
                    Activation.valueOf(fields.word("activation", "tanh", "tanh", "sigmoid", "relu", "linear").toUpperCase()));
            case "gru" -> new Cell.GruCell(hidden, Reset.valueOf(fields.word("reset", "after", "after", "before").toUpperCase()));
            default -> new Cell.LstmCell(hidden, fields.number("forgetBias", FORGET_BIAS, -100, 100));
        };
        fields.close();
        return cell;
    }

    private static Head head(Fields fields, Data data) {
        String usual = data instanceof Data.Numbers ? "linear" : "softmax";
        Head.Kind kind = Head.Kind.valueOf(fields.word("kind", usual, "linear", "sigmoid", "softmax").toUpperCase());
        Head.At at = Head.At.valueOf(fields.word("at", "every", "every", "last").toUpperCase());
        Example example = data.examples().get(0);
        double[][] targets = example.targets();
        int known = data instanceof Data.Numbers ? targets == null ? 0 : targets[0].length : data.inputSize();
        int size = fields.integer("size", known, 1, MOST_OUTPUTS);
        require(size > 0, fields.at("size") + " must be given where the data have no targets");
        require(known == 0 || size == known, fields.at("size") + " must be " + known + " as the data say, got " + size);
        require(!(data instanceof Data.Texts) || kind == Head.Kind.SOFTMAX && at == Head.At.EVERY,
                fields.at("kind") + " must be softmax at every step where the data are texts, got " + fields.string("kind", usual));
        if (targets != null) {
            int counted = at == Head.At.EVERY ? example.steps() : 1;
            require(targets.length == counted, (data instanceof Data.Tokens ? "data.target" : "data.targets") + " must hold " + counted
                    + " for output at " + fields.string("at", "every") + " of " + example.steps() + " steps, got " + targets.length);
        }
        fields.close();
        return new Head(kind, size, at);
    }
}
