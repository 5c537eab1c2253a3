package unrolled.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unrolled.model.Unrolled;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Rng;

/** Labs for tests, and the presets of this repository. */
public final class Labs {
    private static final Path PRESETS = Path.of("presets");

    private Labs() { }

    public static Lab float32(String json) {
        Lab lab = new Lab(HeapMemory::float32, new JavaKernels());
        lab.open(json);
        return lab;
    }

    public static Lab float64(String json) {
        Lab lab = new Lab(HeapMemory::float64, new JavaKernels());
        lab.open(json);
        return lab;
    }

    /** The ids of all presets. */
    public static List<String> ids() {
        try (Stream<Path> files = Files.list(PRESETS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length())).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String preset(String id) {
        try {
            return Files.readString(PRESETS.resolve(id + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets dropout draw what it keeps, and runs the example that is looked at with it. */
    public static void drop(Lab lab) {
        Unrolled net = lab.experiment().net;
        int steps = lab.trace().steps();
        net.train(new Rng(9), 1);
        net.forward(steps);
        if (lab.trains()) {
            lab.experiment().network.parameters().gradient.fill(0);
            net.backward(steps);
        }
    }

    /** A preset of the given model over the text "hello". */
    public static String text(String layers) {
        return "{\"title\": \"t\", \"seed\": 3, \"data\": {\"texts\": [\"hello\"]}, \"model\": {\"layers\": " + layers
                + ", \"output\": {\"kind\": \"softmax\"}}}";
    }

    /** A preset of the given model over three steps of two numbers, with two targets at every step. */
    public static String numbers(String layers, String kind, String at) {
        String rows = !at.equals("every") ? "[[0, 1]]" : "[[0, 1], [1, 0], [1, 1]]";
        return "{\"title\": \"t\", \"seed\": 5, \"data\": {\"inputs\": [[1, -0.5], [0.3, 2], [-1, 0.25]], \"targets\": " + rows
                + "}, \"model\": {\"layers\": " + layers + ", \"output\": {\"kind\": \"" + kind + "\", \"at\": \"" + at + "\"}}}";
    }

    /** A preset of an encoder and decoder of the given layers over two pairs of texts of different lengths. */
    public static String pairs(String layers, boolean attention) {
        return "{\"title\": \"t\", \"seed\": 5, \"data\": {\"pairs\": [[\"abc\", \"cb\"], [\"ba\", \"abc\"]]}, \"model\": {\"layers\": "
                + layers + ", \"decoder\": {\"attention\": " + attention + "}, \"output\": {\"kind\": \"softmax\"}}}";
    }

    /** A preset over the text "hello" whose gradient is cut every {@code k} steps. */
    public static String truncated(String layer, int k) {
        return text("[" + layer + "]").replaceFirst("\\}$", ", \"training\": {\"truncate\": " + k + "}}");
    }

    /** A preset over the text "hello" in which a gate or state of two units is held at the first and third step. */
    public static String held(String layer, String letter) {
        return text("[" + layer + "]").replaceFirst("\\}$", ", \"clamps\": {\"" + letter + "\": [[0.9, 0.2], null, [0.4, 0.7], null]}}");
    }
}
