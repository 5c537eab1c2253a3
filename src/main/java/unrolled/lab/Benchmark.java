package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import unrolled.tensor.Rng;

/**
 * The experiment whose speed is measured: a character model of {@link #SYMBOLS} symbols, Adam, the state set to zero
 * before every sequence. It is a preset like any other, so what is measured is what the page does when it trains.
 */
public final class Benchmark {
    public static final List<String> CELLS = List.of("rnn", "gru", "lstm");
    public static final int STEPS = 32;
    private static final int SYMBOLS = 65;
    private static final int FIRST = 0x30;
    private static final int SEQUENCES = 64;
    /** So many symbols follow from the one before; the others are drawn, so that the loss falls but never to zero. */
    private static final double REGULAR = 0.75;

    private Benchmark() { }

    /**
     * The preset as JSON.
     *
     * @param cell  one of {@link #CELLS}
     * @param batch sequences of an update
     * @param steps of a sequence
     * @throws IllegalArgumentException the cell is none of them; the other numbers are checked when it is opened
     */
    public static String preset(String cell, int hidden, int batch, int steps) {
        Lab.require(CELLS.contains(cell), "cell must be one of " + String.join(", ", CELLS) + ", got " + cell);
        JsonObject layer = new JsonObject().add("cell", cell.equals("rnn") ? "elman" : cell).add("hidden", hidden);
        return new JsonObject().add("version", 1).add("title", cell + " " + hidden + ", batch " + batch).add("seed", 1)
                .add("data", new JsonObject().add("texts", texts(steps)).add("vocabulary", vocabulary()))
                .add("model", new JsonObject().add("layers", new JsonArray().add(layer))
                        .add("output", new JsonObject().add("kind", "softmax").add("at", "every")))
                .add("training", new JsonObject().add("optimizer", "adam").add("learningRate", 0.002)
                        .add("clipNorm", Json.NULL).add("batch", batch))
                .toString();
    }

    private static JsonArray vocabulary() {
        JsonArray symbols = new JsonArray();
        for (int i = 0; i < SYMBOLS; i++) {
            symbols.add(symbol(i));
        }
        return symbols;
    }

    private static JsonArray texts(int steps) {
        Rng rng = new Rng(1);
        JsonArray texts = new JsonArray();
        for (int n = 0; n < SEQUENCES; n++) {
            StringBuilder text = new StringBuilder();
            int last = 0;
            for (int t = 0; t <= steps; t++) {
                last = (int) (rng.nextDouble() < REGULAR ? (7 * last + 3) % SYMBOLS : SYMBOLS * rng.nextDouble());
                text.append(symbol(last));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String symbol(int i) {
        return String.valueOf((char) (FIRST + i));
    }
}
