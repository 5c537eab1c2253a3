package unrolled.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
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
        return holding(text("[" + layer + "]"), "\"" + letter + "\": [[0.9, 0.2], null, [0.4, 0.7], null]");
    }

    /** A preset whose net has layers of two units, with a gate or state held: in part, not at all, whole, in part. */
    public static String heldInPart(String preset, String name) {
        return holding(preset, "\"" + name + "\": [[0.9, null], null, [0.4, 0.7], [null, 0.2]]");
    }

    private static String holding(String preset, String clamps) {
        return preset.replaceFirst("\\}$", ", \"clamps\": {" + clamps + "}}");
    }

    /** Every gate and state that can be held, in nets of every kind. */
    public static Stream<Arguments> netsHeldInPart() {
        String lstm = "{\"cell\": \"lstm\", \"hidden\": 2}";
        String gru = "{\"cell\": \"gru\", \"hidden\": 2}";
        String elman = "{\"cell\": \"elman\", \"hidden\": 2}";
        String both = ", \"direction\": \"both\"}";
        Stream<Arguments> cells = Stream.of(
                inPart("lstm", text("[" + lstm + "]"), "i f g o c h"),
                inPart("gru", text("[" + gru + "]"), "r z n h"),
                inPart("gru, reset before", text("[" + gru.replace("}", ", \"reset\": \"before\"}") + "]"), "r z n h"),
                inPart("elman", text("[" + elman + "]"), "h"),
                inPart("elman, relu", text("[" + elman.replace("}", ", \"activation\": \"relu\"}") + "]"), "h"),
                inPart("jordan", text("[{\"cell\": \"jordan\", \"hidden\": 2}]"), "h")).flatMap(one -> one);
        Stream<Arguments> nets = Stream.of(
                inPart("stack", text("[" + lstm + ", " + gru + ", " + lstm + "]"), "l1.f l1.h l2.z l2.h l3.c"),
                inPart("lstm, both ways", numbers("[" + lstm.replace("}", both) + "]", "sigmoid", "every"), "f h rev.f rev.c rev.h"),
                inPart("gru, both ways", numbers("[" + gru.replace("}", both) + ", " + elman.replace("}", both) + "]", "linear", "every"), "l1.rev.h l1.rev.n l1.h l2.rev.h"),
                inPart("cut", truncated(lstm, 2), "f c h"),
                inPart("cut gru", truncated(gru, 2), "z h"),
                inPart("learned start", text("[" + lstm.replace("}", ", \"initial\": \"learned\"}") + "]"), "c h f"),
                inPart("learned start of a gru", text("[" + gru.replace("}", ", \"initial\": \"learned\"}") + "]"), "h z"),
                inPart("decoder", pairs("[" + lstm + "]", true), "f c h"),
                inPart("plain decoder", pairs("[" + gru + ", " + elman + "]", false), "l1.h l1.n l2.h"),
                inPart("pool", numbers("[" + gru + "]", "linear", "attention"), "h z")).flatMap(one -> one);
        return Stream.concat(cells, nets);
    }

    private static Stream<Arguments> inPart(String kind, String preset, String names) {
        return Stream.of(names.split(" ")).map(name -> Arguments.of(kind + " with " + name + " held", heldInPart(preset, name)));
    }
}
