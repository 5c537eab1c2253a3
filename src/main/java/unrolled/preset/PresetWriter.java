package unrolled.preset;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.List;
import java.util.Map;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.HiddenCell;
import unrolled.model.WindowCell;

/** {@link Preset} to JSON, every default spelled out; {@link PresetReader} reads it back as the same preset. */
public final class PresetWriter {
    private PresetWriter() { }

    public static JsonObject write(Preset preset) {
        JsonObject json = new JsonObject().add("version", Preset.VERSION);
        lesson(json, preset);
        json.add("seed", preset.seed());
        json.add("data", data(preset.data()));
        json.add("model", model(preset.architecture()));
        json.add("weights", weights(preset.weights(), preset.architecture()));
        json.add("state", state(preset.state()));
        json.add("training", training(preset.training()));
        json.add("decoding", decoding(preset));
        json.add("checks", checks(preset.checks()));
        return json.add("view", new JsonObject().add("open", strings(preset.open())));
    }

    private static void lesson(JsonObject json, Preset preset) {
        Lesson lesson = preset.lesson();
        json.add("title", lesson.title()).add("group", lesson.group()).add("task", lesson.task())
                .add("lesson", lesson.lesson());
        json.add("hints", strings(lesson.hints())).add("discussion", lesson.discussion())
                .add("source", lesson.source());
    }

    private static JsonObject data(Data data) {
        JsonObject json = new JsonObject();
        if (data instanceof Data.Texts texts) {
            json.add("texts", strings(texts.texts())).add("vocabulary", strings(texts.symbols()));
        } else if (data instanceof Data.Tokens tokens) {
            json.add("tokens", strings(tokens.tokens())).add("vocabulary", strings(tokens.symbols()));
            if (tokens.target() != null) {
                json.add("target", strings(tokens.target()));
            }
        } else if (data instanceof Data.Numbers numbers) {
            json.add("inputs", rows(numbers.inputs()));
            if (numbers.targets() != null) {
                json.add("targets", rows(numbers.targets()));
            }
        }
        return json;
    }

    private static JsonObject model(Architecture architecture) {
        JsonArray layers = new JsonArray();
        for (Cell cell : architecture.layers()) {
            layers.add(layer(cell));
        }
        JsonObject json = new JsonObject().add("layers", layers);
        Head head = architecture.head();
        return head == null ? json : json.add("output", new JsonObject()
                .add("kind", word(head.kind())).add("size", head.size()).add("at", HeadReader.word(head.at()))
                .add("loss", HeadReader.word(head.loss())));
    }

    private static JsonObject layer(Cell cell) {
        if (cell instanceof Cell.BidirectionalCell both) {
            return layer(both.cell()).set("direction", "both");
        }
        JsonObject json = new JsonObject().add("cell", cell.name());
        if (cell instanceof EmbeddingCell embedding) {
            return json.add("size", embedding.hidden());
        } else if (cell instanceof WindowCell window) {
            return json.add("before", window.before()).add("after", window.after());
        } else if (cell instanceof HiddenCell hidden) {
            return json.add("hidden", hidden.hidden()).add("activation", word(hidden.activation()));
        } else if (cell instanceof ConvCell conv) {
            return json.add("width", conv.width()).add("hidden", conv.hidden())
                    .add("activation", word(conv.activation())).add("flip", conv.flip()).add("pad", conv.pad());
        } else if (cell instanceof DropoutCell dropout) {
            return json.add("drop", dropout.drop());
        }
        json.add("hidden", cell.hidden());
        if (cell instanceof Cell.ElmanCell elman) {
            json.add("activation", word(elman.activation()));
        } else if (cell instanceof Cell.JordanCell jordan) {
            json.add("activation", word(jordan.activation()));
        } else if (cell instanceof Cell.GruCell gru) {
            json.add("reset", word(gru.reset()));
        } else if (cell instanceof Cell.LstmCell lstm) {
            json.add("forgetBias", lstm.forgetBias());
        }
        return json.add("direction", "forward");
    }

    private static JsonObject weights(Map<String, double[][]> weights, Architecture architecture) {
        JsonObject json = new JsonObject();
        for (Map.Entry<String, double[][]> weight : weights.entrySet()) {
            boolean vector = architecture.isVector(weight.getKey());
            json.add(weight.getKey(), vector ? numbers(weight.getValue()[0]) : rows(weight.getValue()));
        }
        return json;
    }

    private static JsonObject state(Map<String, double[]> state) {
        JsonObject json = new JsonObject();
        for (Map.Entry<String, double[]> entry : state.entrySet()) {
            json.add(entry.getKey(), numbers(entry.getValue()));
        }
        return json;
    }

    private static JsonObject training(Training training) {
        return new JsonObject().add("optimizer", word(training.optimizer()))
                .add("learningRate", training.learningRate())
                .add("momentum", training.momentum())
                .add("clipNorm", training.clipNorm() == 0 ? Json.NULL : Json.value(training.clipNorm()));
    }

    private static JsonObject decoding(Preset preset) {
        Decoding decoding = preset.decoding();
        return new JsonObject().add("prime", decoding.prime()).add("length", decoding.length())
                .add("temperature", decoding.temperature());
    }

    private static JsonArray checks(List<Check> checks) {
        JsonArray json = new JsonArray();
        for (Check check : checks) {
            json.add(check(check));
        }
        return json;
    }

    private static JsonObject check(Check check) {
        if (check instanceof Check.Spells spells) {
            return new JsonObject().add("name", "greedy").add("expected", spells.expected())
                    .add("withinUpdates", spells.withinUpdates());
        } else if (check instanceof Check.Loss loss) {
            return new JsonObject().add("name", "loss").add("atMost", loss.atMost())
                    .add("withinUpdates", loss.withinUpdates());
        }
        Check.Numbers numbers = (Check.Numbers) check;
        JsonObject json = new JsonObject().add("name", numbers.tensor());
        if (numbers.at().length > 0) {
            json.add("at", Json.array(numbers.at()));
        }
        return json.add("expected", numbers(numbers.expected())).add("tolerance", numbers.tolerance());
    }

    private static JsonArray strings(List<String> strings) {
        JsonArray json = new JsonArray();
        strings.forEach(json::add);
        return json;
    }

    private static JsonArray rows(double[][] rows) {
        JsonArray json = new JsonArray();
        for (double[] row : rows) {
            json.add(numbers(row));
        }
        return json;
    }

    private static JsonArray numbers(double[] numbers) {
        JsonArray json = new JsonArray();
        for (double number : numbers) {
            json.add(number);
        }
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase();
    }
}
