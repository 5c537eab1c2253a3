package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Head;
import unrolled.nn.Activation;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.preset.Special;

/** Counts the parameters of a net of one layer that is never built. */
final class Counting {
    private Counting() { }

    /** What is counted: the cell and how many bias vectors a layer has. */
    enum Kind {
        RNN("rnn", 1), RNN_TWO("rnn2", 2), LSTM("lstm", 2), GRU("gru", 2);

        final String word;
        final int biases;

        Kind(String word, int biases) {
            this.word = word;
            this.biases = biases;
        }
    }

    static long parameters(String of, Special.Count count) {
        Lab.require(count != null, "checks: parameters can be counted only of a preset with a count");
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(of)) {
                return total(shapes(kind.word.startsWith("rnn") ? "rnn" : of, count, kind.biases));
            }
        }
        throw new IllegalArgumentException("checks: parameters can be of rnn, rnn2, lstm, gru, got \"" + of + "\"");
    }

    /** The weights of a net with one layer of a cell; with two biases the second stands beside Wh, as in PyTorch. */
    static List<Shape> shapes(String cell, Special.Count count, int biases) {
        int H = count.hidden();
        Cell layer = switch (cell) {
            case "rnn" -> new Cell.ElmanCell(H, Activation.TANH);
            case "lstm" -> new Cell.LstmCell(H, 0);
            default -> new Cell.GruCell(H, Reset.BEFORE);
        };
        Head head = new Head(Head.Kind.LINEAR, count.outputs(), Head.At.LAST, Head.Loss.MEAN_SQUARE);
        List<Shape> shapes = new ArrayList<>();
        for (Shape shape : new Architecture(count.inputs(), List.of(layer), head).shapes()) {
            shapes.add(shape);
            if (biases == 2 && shape.name().equals("b")) {
                shapes.add(new Shape("bh", shape.rows(), 0));
            }
        }
        return shapes;
    }

    static long total(List<Shape> shapes) {
        long total = 0;
        for (Shape shape : shapes) {
            total += (long) shape.rows() * Math.max(1, shape.cols());
        }
        return total;
    }

    static JsonArray json(Asked asked) {
        int biases = asked.integer("biases", 1, 1, 2);
        Special.Count count = new Special.Count(asked.integer("V", 10_000, 1, 10_000_000),
                asked.integer("H", 100, 1, 100_000), asked.integer("Y", 1, 1, 10_000_000), biases);
        JsonArray json = new JsonArray();
        for (String cell : List.of("rnn", "lstm", "gru")) {
            List<Shape> shapes = shapes(cell, count, biases);
            JsonArray matrices = new JsonArray();
            for (Shape shape : shapes) {
                matrices.add(new JsonObject().add("name", shape.name()).add("rows", shape.rows())
                        .add("cols", shape.cols())
                        .add("numbers", (double) shape.rows() * Math.max(1, shape.cols())));
            }
            json.add(new JsonObject().add("cell", cell).add("shapes", matrices).add("biases", biases)
                    .add("total", (double) total(shapes)));
        }
        return json;
    }
}
