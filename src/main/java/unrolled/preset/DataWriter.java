package unrolled.preset;

import static unrolled.preset.PresetWriter.rows;
import static unrolled.preset.PresetWriter.strings;
import static unrolled.preset.PresetWriter.word;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import java.util.Map;

/** {@link Data} to JSON; {@link DataReader} reads it back as the same data. */
final class DataWriter {
    private DataWriter() { }

    static JsonObject write(Data data) {
        JsonObject json = new JsonObject();
        if (data instanceof Data.Texts texts) {
            json.add("texts", strings(texts.items()));
            if (!texts.held().isEmpty()) {
                json.add("test", strings(texts.held()));
            }
            json.add("unit", word(texts.unit())).add("unknownBelow", texts.unknownBelow())
                    .add("vocabulary", strings(texts.symbols()));
        } else if (data instanceof Data.Tokens tokens) {
            json.add("tokens", strings(tokens.tokens())).add("vocabulary", strings(tokens.symbols()));
            if (tokens.target() != null) {
                json.add("target", strings(tokens.target()));
            }
        } else if (data instanceof Data.Numbers numbers) {
            numbers(json, numbers);
        } else if (data instanceof Data.Sequences sequences) {
            json.add("sequences", sequences(sequences.sequences()));
            held(json, sequences(sequences.held()));
        } else if (data instanceof Data.Labelled labelled) {
            json.add("labelled", pairs(labelled.items(), "text", "label"));
            held(json, pairs(labelled.held(), "text", "label"));
            json.add("unit", word(labelled.unit())).add("padTo", labelled.padTo()).add("mask", labelled.mask());
        } else if (data instanceof Data.Tagged tagged) {
            json.add("tagged", pairs(tagged.items(), "words", "tags"));
            held(json, pairs(tagged.held(), "words", "tags"));
            json.add("unknownBelow", tagged.unknownBelow());
        } else if (data instanceof Data.Pairs pairs) {
            json.add("pairs", pairs(pairs.items()));
            held(json, pairs(pairs.held()));
            json.add("unit", word(pairs.unit()));
        } else if (data instanceof Data.Task task) {
            json.add("task", task(task));
        }
        return json;
    }

    private static void held(JsonObject json, JsonArray test) {
        if (!test.isEmpty()) {
            json.add("test", test);
        }
    }

    private static void numbers(JsonObject json, Data.Numbers numbers) {
        json.add("inputs", rows(numbers.inputs()));
        if (numbers.targets() != null) {
            json.add("targets", rows(numbers.targets()));
        }
    }

    private static JsonArray sequences(List<Data.Numbers> sequences) {
        JsonArray json = new JsonArray();
        for (Data.Numbers one : sequences) {
            JsonObject sequence = new JsonObject();
            numbers(sequence, one);
            json.add(sequence);
        }
        return json;
    }

    private static JsonArray pairs(List<Data.Pair> pairs, String text, String answer) {
        JsonArray json = new JsonArray();
        for (Data.Pair pair : pairs) {
            json.add(new JsonObject().add(text, pair.text()).add(answer, pair.answer()));
        }
        return json;
    }

    private static JsonArray pairs(List<Data.Pair> pairs) {
        JsonArray json = new JsonArray();
        for (Data.Pair pair : pairs) {
            json.add(new JsonArray().add(pair.text()).add(pair.answer()));
        }
        return json;
    }

    private static JsonObject task(Data.Task task) {
        JsonObject json = new JsonObject().add("name", task.name());
        for (Map.Entry<String, Double> setting : task.settings().entrySet()) {
            json.add(setting.getKey(), setting.getValue());
        }
        return json;
    }
}
