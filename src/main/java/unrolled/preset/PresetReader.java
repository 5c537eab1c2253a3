package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Vocabulary;
import unrolled.model.Architecture;
import unrolled.preset.Training.Rule;

/** JSON to {@link Preset}: strict, and the one home of every default. */
public final class PresetReader {
    private static final String GROUP = "Your own";
    private static final double LEARNING_RATE = 0.01;          // Adam's usual rate for small nets on one sequence
    private static final double CLIP_NORM = 5;                 // seldom met by a healthy net, in time for an exploding one
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_UPDATES = 100_000;
    private static final int MOST_WRITTEN = 256;

    private PresetReader() { }

    /** @throws IllegalArgumentException naming the place, the rule and the value of whatever is wrong */
    public static Preset read(String json) {
        return read(new Fields(parse(json), ""));
    }

    /**
     * An edited form of {@code before}. What an edit has made meaningless goes, unless the edit itself gives it anew.
     *
     * @throws IllegalArgumentException as {@link #read(String)}
     */
    public static Preset readChange(String json, Preset before) {
        JsonValue value = parse(json);
        if (value.isObject()) {
            Change.prune(value.asObject(), PresetWriter.write(before));
        }
        return read(new Fields(value, ""));
    }

    /** The same from other random weights: given weights, and the numbers expected of them, go. */
    public static Preset reseeded(Preset before, int seed) {
        JsonObject json = PresetWriter.write(before).set("seed", seed);
        if (!before.weights().isEmpty()) {
            json.set("weights", new JsonObject());
            Change.keepClaims(json);
        }
        return read(new Fields(json, ""));
    }

    private static JsonValue parse(String json) {
        JsonValue value = null;
        String fault = null;
        try {
            value = Json.parse(json);
        } catch (ParseException e) {
            fault = e.getMessage();
        }
        require(value != null, "a preset must be JSON: " + fault);
        return value;
    }

    private static Preset read(Fields fields) {
        fields.integer("version", Preset.VERSION, Preset.VERSION, Preset.VERSION);
        Lesson lesson = lesson(fields);
        int seed = fields.integer("seed", 1, 0, Integer.MAX_VALUE);
        Data data = DataReader.read(new Fields(fields.required("data"), "data"));
        Architecture architecture = ModelReader.read(new Fields(fields.required("model"), "model"), data);
        Preset preset = new Preset(lesson, seed, data, architecture,
                WeightsReader.weights(fields.object("weights"), architecture),
                WeightsReader.state(fields.object("state"), architecture),
                training(fields.object("training")), decoding(fields.object("decoding"), data),
                checks(fields), view(fields.object("view")));
        fields.close();
        return preset;
    }

    private static Lesson lesson(Fields fields) {
        String title = Values.string(fields.required("title"), "title");
        return new Lesson(title, fields.string("group", GROUP), fields.string("task", ""), fields.string("lesson", ""),
                fields.strings("hints"), fields.string("discussion", ""), fields.string("source", ""));
    }

    private static Training training(Fields fields) {
        Rule rule = Rule.valueOf(fields.word("optimizer", "adam", "sgd", "rmsprop", "adam").toUpperCase());
        double learningRate = fields.number("learningRate", LEARNING_RATE, 0, 100);
        double momentum = fields.number("momentum", 0, 0, 1);
        require(momentum < 1, fields.at("momentum") + " must be below 1, got " + momentum);
        boolean unlimited = fields.has("clipNorm") && fields.get("clipNorm").isNull();
        double clipNorm = unlimited ? 0 : fields.number("clipNorm", CLIP_NORM, 0, 1e6);
        fields.close();
        return new Training(rule, learningRate, momentum, clipNorm);
    }

    private static Decoding decoding(Fields fields, Data data) {
        Vocabulary vocabulary = data.vocabulary();
        String first = data instanceof Data.Texts texts ? texts.texts().get(0) : "";
        String prime = fields.string("prime", first.isEmpty() ? "" : Vocabulary.codePoints(first).get(0));
        List<String> points = Vocabulary.codePoints(prime);
        if (data instanceof Data.Texts) {
            require(!points.isEmpty() && points.size() <= MOST_WRITTEN,
                    fields.at("prime") + " must have 1.." + MOST_WRITTEN + " symbols, got " + points.size());
            for (String point : points) {
                require(vocabulary.index(point) >= 0, fields.at("prime") + " must be made of the vocabulary "
                        + String.join("", vocabulary.symbols()) + ", got \"" + point + "\"");
            }
        }
        int length = fields.integer("length", Math.max(1, first.codePointCount(0, first.length()) - 1), 1, MOST_WRITTEN);
        double temperature = fields.number("temperature", 1, 0.05, 10);
        fields.close();
        return new Decoding(prime, length, temperature);
    }

    private static List<Check> checks(Fields fields) {
        List<Check> checks = new ArrayList<>();
        if (fields.has("checks")) {
            JsonArray array = Values.array(fields.get("checks"), "checks");
            for (int i = 0; i < array.size(); i++) {
                checks.add(check(new Fields(array.get(i), "checks[" + i + "]")));
            }
        }
        return checks;
    }

    private static Check check(Fields fields) {
        String name = Values.string(fields.required("name"), fields.at("name"));
        Check check = switch (name) {
            case "greedy" -> new Check.Spells(Values.string(fields.required("expected"), fields.at("expected")), updates(fields));
            case "loss" -> fields.has("atMost") ? new Check.Loss(fields.number("atMost", 0, 0, 1e6), updates(fields)) : numbers(name, fields);
            default -> numbers(name, fields);
        };
        fields.close();
        return check;
    }

    private static int updates(Fields fields) {
        return fields.integer("withinUpdates", 1000, 1, MOST_UPDATES);
    }

    private static Check numbers(String name, Fields fields) {
        List<Double> expected = new ArrayList<>();
        flatten(fields.required("expected"), fields.at("expected"), expected);
        double[] at = fields.has("at") ? Values.vector(fields.get("at"), fields.at("at")) : new double[0];
        int[] indices = new int[at.length];
        for (int i = 0; i < at.length; i++) {
            indices[i] = Values.integer(fields.get("at").asArray().get(i), fields.at("at") + "[" + i + "]", 0, 1 << 20);
        }
        double[] numbers = new double[expected.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = expected.get(i);
        }
        return new Check.Numbers(name, indices, numbers, fields.number("tolerance", TOLERANCE, 0, 1e6));
    }

    private static void flatten(JsonValue value, String at, List<Double> into) {
        if (!value.isArray()) {
            into.add(Values.finite(value, at));
            return;
        }
        for (int i = 0; i < value.asArray().size(); i++) {
            flatten(value.asArray().get(i), at + "[" + i + "]", into);
        }
    }

    private static List<String> view(Fields fields) {
        List<String> open = fields.strings("open");
        fields.close();
        return open;
    }
}
