package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.util.List;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;
import unrolled.model.Architecture;

/** JSON to {@link Preset}: strict, and the one home of every default. */
public final class PresetReader {
    private static final String GROUP = "Your own";
    private static final int MOST_BEAM = 50;
    private static final int MOST_WRITTEN = 256;

    private PresetReader() { }

    /** @throws IllegalArgumentException naming the place, the rule and the value of whatever is wrong */
    public static Preset read(String json) {
        return read(parse(json));
    }

    static Preset read(JsonValue json) {
        return read(new Fields(json, ""));
    }

    /**
     * An edited form of {@code before}. What an edit has made meaningless goes, unless the edit itself gives it anew.
     *
     * @throws IllegalArgumentException as {@link #read(String)}
     */
    public static Preset readChange(String json, Preset before) {
        return readChange(parse(json), before);
    }

    static Preset readChange(JsonValue edited, Preset before) {
        if (edited.isObject()) {
            Change.prune(edited.asObject(), PresetWriter.write(before));
        }
        return read(edited);
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

    static JsonValue parse(String json) {
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
                Clamps.read(fields.object("clamps"), architecture, data),
                TrainingReader.read(fields.object("training"), data, architecture),
                decoding(fields.object("decoding"), data), CheckReader.read(fields), SpecialReader.read(fields),
                view(fields.object("view")));
        fields.close();
        return preset;
    }

    private static Lesson lesson(Fields fields) {
        String title = Values.string(fields.required("title"), "title");
        return new Lesson(title, fields.string("group", GROUP), fields.string("task", ""), fields.string("lesson", ""),
                fields.strings("hints"), fields.string("discussion", ""), fields.string("source", ""));
    }

    private static Decoding decoding(Fields fields, Data data) {
        Data plain = data.plain();
        String first = plain instanceof Data.Texts texts ? texts.items().get(0) : "";
        List<String> symbols = data.unit().split(first);
        String prime = fields.string("prime", symbols.isEmpty() ? "" : symbols.get(0));
        if (plain instanceof Data.Texts texts) {
            requirePrime(texts, prime, fields.at("prime"));
        }
        int usual = plain instanceof Data.Pairs pairs ? longest(pairs) + 1 : symbols.size() - 1;
        int length = fields.integer("length", Math.min(MOST_WRITTEN, Math.max(1, usual)), 1, MOST_WRITTEN);
        double temperature = fields.number("temperature", 1, 0.05, 10);
        int topK = fields.integer("topK", 0, 0, 1 << 20);
        double topP = fields.number("topP", 1, 0, 1);
        require(topP > 0, fields.at("topP") + " must be above 0: something must be left to draw from, got 0");
        int beam = fields.integer("beam", 1, 1, MOST_BEAM);
        fields.close();
        return new Decoding(prime, length, temperature, topK, topP, beam);
    }

    private static int longest(Data.Pairs pairs) {
        int longest = 0;
        for (Data.Pair pair : pairs.items()) {
            longest = Math.max(longest, pairs.unit().split(pair.answer()).size());
        }
        return longest;
    }

    private static void requirePrime(Data.Texts texts, String prime, String at) {
        List<String> symbols = texts.unit().split(prime);
        int least = texts.unit() == Unit.CHAR ? 1 : 0;
        require(symbols.size() >= least && symbols.size() <= MOST_WRITTEN, at + " must have " + least + ".."
                + MOST_WRITTEN + " symbols, got " + symbols.size());
        Vocabulary vocabulary = texts.vocabulary();
        for (String symbol : symbols) {
            require(vocabulary.hasUnknown() || vocabulary.index(symbol) >= 0, at
                    + " must be made of the vocabulary " + String.join("", vocabulary.symbols()) + ", got \"" + symbol
                    + "\"");
        }
    }

    private static List<String> view(Fields fields) {
        List<String> open = fields.strings("open");
        fields.close();
        return open;
    }
}
