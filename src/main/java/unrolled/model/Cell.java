package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import unrolled.nn.Activation;
import unrolled.nn.Bidirectional;
import unrolled.nn.Elman;
import unrolled.nn.EncoderDecoder;
import unrolled.nn.Gru;
import unrolled.nn.Jordan;
import unrolled.nn.Layer;
import unrolled.nn.Reset;
import unrolled.nn.Lstm;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Recurrent;
import unrolled.nn.Shape;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/** One layer of an architecture: which cell, how many units, which variant. */
public sealed interface Cell permits Cell.ElmanCell, Cell.JordanCell, Cell.GruCell, Cell.LstmCell,
        Cell.BidirectionalCell, Cell.EncoderDecoderCell, EmbeddingCell, WindowCell, HiddenCell, ConvCell, DropoutCell {
    /** How many units it has; 0 if it only hands on what comes in. */
    int hidden();

    /** The name of its kind, as presets write it. */
    String name();

    /** Whether it counts among the layers that a deeper net numbers. */
    default boolean numbered() {
        return true;
    }

    /** The letter of what it hands up. */
    default String output() {
        return "h";
    }

    /** The letters of what it hands to the next step; none for a layer without a memory. */
    default List<String> states() {
        return List.of();
    }

    /** How many steps before its own it reads, beside what it remembers. */
    default int before() {
        return 0;
    }

    /** How many steps after its own it reads. */
    default int after() {
        return 0;
    }

    /** How many of the first steps below it have none of its own. */
    default int missing() {
        return 0;
    }

    /** How many numbers each of them holds. */
    default int stateSize() {
        return hidden();
    }

    /** Numbers that go up at every step when {@code X} come in. */
    default int outputs(int X) {
        return hidden();
    }

    /** How many numbers the size of its first weights is measured by. */
    default int fan(int X) {
        return hidden();
    }

    /** The prefixes of its directions, first of them the layer's own. */
    default List<String> prefixes(String prefix) {
        return List.of(prefix);
    }

    /** The cell as it runs in one direction. */
    default Cell direction() {
        return this;
    }

    /** Whether its units have a slope that a gradient can follow. */
    default boolean hasSlope() {
        return true;
    }

    /** What can be held at a value by hand. */
    default List<String> clampable() {
        return List.of();
    }

    /** The letters of the gates, in the order of the rows of Wx, Wh and b; none for a cell without gates. */
    default List<String> gates() {
        return List.of();
    }

    /** The layer's weights when {@code X} numbers come in. */
    List<Shape> shapes(String prefix, int X);

    /**
     * The layer over {@code T} steps of {@code B} rows, on weights that are already there.
     *
     * @param output the head of the net, or null
     */
    Layer unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output, int T, int B);

    record ElmanCell(int hidden, Activation activation) implements Cell {
        @Override
        public String name() {
            return "elman";
        }

        @Override
        public List<String> states() {
            return List.of("h");
        }

        @Override
        public List<String> clampable() {
            return List.of("h");
        }

        @Override
        public boolean hasSlope() {
            return activation != Activation.THRESHOLD;
        }

        @Override
        public List<Shape> shapes(String prefix, int X) {
            return Elman.shapes(prefix, X, hidden);
        }

        @Override
        public Recurrent unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output,
                int T, int B) {
            return new Elman(k, memory, parameters, prefix, activation, X, hidden, T, B);
        }
    }

    /** @param fedBack the size of the head, which this cell feeds back; it is the last layer */
    record JordanCell(int hidden, int fedBack, Activation activation) implements Cell {
        @Override
        public String name() {
            return "jordan";
        }

        @Override
        public List<String> states() {
            return List.of("y");
        }

        @Override
        public List<String> clampable() {
            return List.of("h");
        }

        @Override
        public int stateSize() {
            return fedBack;
        }

        @Override
        public boolean hasSlope() {
            return activation != Activation.THRESHOLD;
        }

        @Override
        public List<Shape> shapes(String prefix, int X) {
            return Jordan.shapes(prefix, X, hidden, fedBack);
        }

        @Override
        public Recurrent unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output,
                int T, int B) {
            return new Jordan(k, memory, parameters, prefix, activation, X, hidden, output, T, B);
        }
    }

    record GruCell(int hidden, Reset reset) implements Cell {
        @Override
        public String name() {
            return "gru";
        }

        @Override
        public List<String> states() {
            return List.of("h");
        }

        @Override
        public List<String> gates() {
            return List.of("r", "z", "n");
        }

        @Override
        public List<String> clampable() {
            return List.of("r", "z", "n", "h");
        }

        @Override
        public List<Shape> shapes(String prefix, int X) {
            return Gru.shapes(prefix, reset, X, hidden);
        }

        @Override
        public Recurrent unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output,
                int T, int B) {
            return new Gru(k, memory, parameters, prefix, reset, X, hidden, T, B);
        }
    }

    /** @param forgetBias what is added to the initial b.f: 0 as in PyTorch, 1 to remember from the start */
    record LstmCell(int hidden, double forgetBias) implements Cell {
        @Override
        public String name() {
            return "lstm";
        }

        @Override
        public List<String> states() {
            return List.of("c", "h");
        }

        @Override
        public List<String> gates() {
            return List.of("i", "f", "g", "o");
        }

        @Override
        public List<String> clampable() {
            return List.of("i", "f", "g", "o", "c", "h");
        }

        @Override
        public List<Shape> shapes(String prefix, int X) {
            return Lstm.shapes(prefix, X, hidden);
        }

        @Override
        public Recurrent unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output,
                int T, int B) {
            return new Lstm(k, memory, parameters, prefix, X, hidden, T, B);
        }
    }

    /** @param cell runs in both directions, with weights of its own in each; not a Jordan cell */
    record BidirectionalCell(Cell cell) implements Cell {
        @Override
        public int hidden() {
            return cell.hidden();
        }

        @Override
        public int outputs(int X) {
            return 2 * cell.hidden();
        }

        @Override
        public String output() {
            return "both";
        }

        @Override
        public String name() {
            return cell.name();
        }

        @Override
        public Cell direction() {
            return cell;
        }

        @Override
        public List<String> prefixes(String prefix) {
            return List.of(prefix, prefix + Bidirectional.REVERSE);
        }

        @Override
        public List<String> states() {
            List<String> states = new ArrayList<>(cell.states());
            cell.states().forEach(state -> states.add(Bidirectional.REVERSE + state));
            return states;
        }

        @Override
        public List<String> clampable() {
            List<String> letters = new ArrayList<>(cell.clampable());
            cell.clampable().forEach(letter -> letters.add(Bidirectional.REVERSE + letter));
            return letters;
        }

        @Override
        public boolean hasSlope() {
            return cell.hasSlope();
        }

        @Override
        public List<String> gates() {
            return cell.gates();
        }

        @Override
        public List<Shape> shapes(String prefix, int X) {
            List<Shape> shapes = new ArrayList<>();
            prefixes(prefix).forEach(one -> shapes.addAll(cell.shapes(one, X)));
            return shapes;
        }

        @Override
        public Recurrent unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output,
                int T, int B) {
            Recurrent forward = (Recurrent) cell.unroll(k, memory, parameters, prefix, X, output, T, B);
            Recurrent reverse = (Recurrent) cell.unroll(k, memory, parameters, prefix + Bidirectional.REVERSE, X,
                    output, T, B);
            return new Bidirectional(k, memory, forward, reverse, X, cell.hidden(), T, B);
        }
    }

    /** @param cell reads with one set of weights and writes with another: elman, gru or lstm */
    record EncoderDecoderCell(Cell cell) implements Cell {
        @Override
        public int hidden() {
            return cell.hidden();
        }

        @Override
        public String name() {
            return cell.name();
        }

        @Override
        public Cell direction() {
            return cell;
        }

        @Override
        public List<String> states() {
            return cell.states();
        }

        @Override
        public List<String> clampable() {
            return cell.clampable();
        }

        @Override
        public boolean hasSlope() {
            return cell.hasSlope();
        }

        @Override
        public List<String> gates() {
            return cell.gates();
        }

        @Override
        public List<String> prefixes(String prefix) {
            return List.of(prefix + EncoderDecoder.ENCODER, prefix + EncoderDecoder.DECODER);
        }

        @Override
        public List<Shape> shapes(String prefix, int X) {
            List<Shape> shapes = new ArrayList<>();
            prefixes(prefix).forEach(one -> shapes.addAll(cell.shapes(one, X)));
            return shapes;
        }

        @Override
        public Recurrent unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output,
                int T, int B) {
            Recurrent encoder = (Recurrent) cell.unroll(k, memory, parameters, prefix + EncoderDecoder.ENCODER, X,
                    output, T, B);
            return new EncoderDecoder(encoder, encoder.sharing(parameters, prefix + EncoderDecoder.DECODER));
        }
    }
}
