package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.Head;
import unrolled.model.Start;
import unrolled.model.WindowCell;

/** Reads {@code model}: its layers by {@link LayerReader}, its output by {@link HeadReader}, and how they fit. */
final class ModelReader {
    private static final int MOST_LAYERS = 8;
    // what a window joins grows with its width and with what comes in
    private static final int MOST_NUMBERS = 4096;

    private static final double MOST_GAIN = 10;

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
            boolean attends = attends(fields.object("decoder"));
            head = attends && head != null ? new Head(head.kind(), head.size(), Head.At.ALIGNED, head.loss()) : head;
        }
        List<Cell> layers = new ArrayList<>();
        List<Start.State> states = new ArrayList<>();
        for (int l = 0; l < array.size(); l++) {
            Fields layer = new Fields(array.get(l), place(fields, l));
            Cell cell = LayerReader.read(layer, l == array.size() - 1, head, data);
            states.add(LayerReader.state(layer, cell, data));
            layer.close();
            layers.add(decodes && !cell.states().isEmpty() ? writing(cell, place(fields, l)) : cell);
        }
        Fields drawn = fields.object("initialisation");
        Start.Kind kind = Start.Kind.valueOf(drawn.word("kind", "uniform", "uniform", "xavier", "orthogonal", "identity")
                .toUpperCase());
        Start start = new Start(kind, drawn.number("gain", 1, 0, MOST_GAIN), states);
        drawn.close();
        fields.close();
        Architecture architecture = new Architecture(data.inputSize(), layers, head, start);
        for (int l = 0; l < layers.size(); l++) {
            requirePlace(architecture, l, place(fields, l));
        }
        require(architecture.decodes() == decodes, fields.at("layers")
                + " must hold an elman, gru or lstm where the data are pairs: a decoder goes on from its state");
        requireSteps(architecture, fields, data);
        return architecture;
    }

    /** A cell that also writes. */
    private static Cell writing(Cell cell, String at) {
        require(!(cell instanceof Cell.BidirectionalCell) && !(cell instanceof Cell.JordanCell), at
                + ".cell must run forward and keep its own state where the data are pairs: a decoder goes on from the"
                + " last state of its encoder, got \"" + cell.name() + "\"");
        return new Cell.EncoderDecoderCell(cell);
    }

    /** Whether a decoder looks back at all states of its encoder. */
    private static boolean attends(Fields fields) {
        boolean attends = fields.bool("attention", false);
        fields.close();
        return attends;
    }

    private static String place(Fields fields, int l) {
        return fields.at("layers") + "[" + l + "]";
    }

    /** Where a layer may stand among the others. */
    private static void requirePlace(Architecture architecture, int l, String at) {
        Cell cell = architecture.layers().get(l);
        List<Cell> under = architecture.layers().subList(0, l);
        if (cell instanceof DropoutCell) {
            require(l > 0 && !(under.get(l - 1) instanceof DropoutCell), at + ".cell must not be dropout "
                    + (l == 0 ? "first: it drops what a layer hands up" : "twice in a row: one does it"));
        }
        require(!cell.name().equals("embedding") || l == 0, at
                + ".cell must not be embedding above another layer: it stands for the symbols themselves");
        if (cell instanceof WindowCell) {
            boolean second = false;
            for (Cell one : under) {
                second |= one instanceof WindowCell;
            }
            require(!second, at
                    + ".cell must not be window twice: one can be as wide as both");
            require(architecture.outputs(l) <= MOST_NUMBERS, at + " must join at most " + MOST_NUMBERS
                    + " numbers, got " + architecture.outputs(l));
        }
        require(cell.states().isEmpty() || architecture.first(l) == 0, at + ".cell must not be " + cell.name()
                + " above a convolution without padding: its first steps would have nothing to read. Set pad to true");
    }

    /** A convolution without padding leaves the first steps empty: nothing may be asked of them. */
    private static void requireSteps(Architecture architecture, Fields fields, Data data) {
        int first = architecture.first(architecture.top());
        if (first == 0) {
            return;
        }
        Head head = architecture.head();
        if (head != null) {
            require(head.at() == Head.At.LAST, fields.at("output") + ".at must be last above a convolution without "
                    + "padding, whose first steps are empty, got \"" + HeadReader.word(head.at()) + "\"; or set pad to "
                    + "true");
        }
        for (int l = 0; l < architecture.layers().size(); l++) {
            boolean unpadded = architecture.layers().get(l) instanceof ConvCell conv && !conv.pad();
            for (Example example : data.examples()) {
                require(!unpadded || example.steps() > architecture.first(l), place(fields, l)
                        + ".width must leave a step of " + example.steps() + ", got a first one at step "
                        + (architecture.first(l) + 1));
            }
        }
    }
}
