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
import unrolled.optim.Schedule;
import unrolled.train.Method;

/** {@link Preset} to JSON, every default spelled out; {@link PresetReader} reads it back as the same preset. */
public final class PresetWriter {
    private PresetWriter() { }

    public static JsonObject write(Preset preset) {
        JsonObject json = new JsonObject().add("version", Preset.VERSION);
        lesson(json, preset);
        json.add("seed", preset.seed());
        json.add("data", DataWriter.write(preset.data()));
        json.add("model", model(preset.architecture()));
        json.add("weights", weights(preset.weights(), preset.architecture()));
        json.add("state", state(preset.state()));
        json.add("clamps", Clamps.write(preset.clamps()));
        json.add("training", training(preset.training()));
        json.add("decoding", decoding(preset));
        json.add("checks", checks(preset.checks()));
        special(json, preset.special());
        return json.add("view", new JsonObject().add("open", strings(preset.open())));
    }

    private static void lesson(JsonObject json, Preset preset) {
        Lesson lesson = preset.lesson();
        json.add("title", lesson.title()).add("group", lesson.group()).add("task", lesson.task())
                .add("lesson", lesson.lesson());
        json.add("hints", strings(lesson.hints())).add("discussion", lesson.discussion())
                .add("source", lesson.source());
    }

    private static JsonObject model(Architecture architecture) {
        JsonArray layers = new JsonArray();
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            JsonObject layer = layer(cell);
            layers.add(cell.states().isEmpty() ? layer : layer.add("initial", word(architecture.start().state(l))));
        }
        JsonObject json = new JsonObject().add("layers", layers);
        if (architecture.decodes()) {
            json.add("decoder", new JsonObject().add("attention", architecture.aligns()));
        }
        json.add("initialisation", new JsonObject().add("kind", word(architecture.start().kind()))
                .add("gain", architecture.start().gain()));
        Head head = architecture.head();
        return head == null ? json : json.add("output", new JsonObject()
                .add("kind", word(head.kind())).add("size", head.size()).add("at", head.at().decodes() ? "decoder" : HeadReader.word(head.at()))
                .add("loss", HeadReader.word(head.loss())));
    }

    private static JsonObject layer(Cell cell) {
        if (cell instanceof Cell.BidirectionalCell both) {
            return layer(both.cell()).set("direction", "both");
        } else if (cell instanceof Cell.EncoderDecoderCell both) {
            return layer(both.cell());
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
        Method method = training.method();
        JsonObject json = new JsonObject().add("optimizer", word(training.optimizer()))
                .add("learningRate", method.learningRate())
                .add("momentum", training.momentum()).add("nesterov", training.nesterov())
                .add("weightDecay", training.weightDecay())
                .add("clipNorm", method.clipNorm());
        if (method.batch() == 0) {
            json.add("batch", "all");
        } else {
            json.add("batch", method.batch());
        }
        json.add("truncate", method.truncate()).add("schedule", schedule(method.schedule()))
                .add("validation", training.validation()).add("forcing", method.forcing());
        Training.Stop stop = training.stop();
        return stop == null ? json : json.add("stop", stop(stop));
    }

    private static JsonObject schedule(Schedule schedule) {
        return new JsonObject().add("kind", word(schedule.kind())).add("every", schedule.every())
                .add("factor", schedule.factor()).add("updates", schedule.updates())
                .add("warmup", schedule.warmup());
    }

    private static JsonObject stop(Training.Stop stop) {
        JsonObject json = new JsonObject().add("metric", stop.metric().word());
        if (stop.bound() >= 0 && stop.bound() != (stop.atLeast() ? 2 : -1)) {
            json.add(stop.atLeast() ? "atLeast" : "atMost", stop.bound());
        }
        return json.add("patience", stop.patience());
    }

    private static JsonObject decoding(Preset preset) {
        Decoding decoding = preset.decoding();
        return new JsonObject().add("prime", decoding.prime()).add("length", decoding.length())
                .add("temperature", decoding.temperature()).add("topK", decoding.topK())
                .add("topP", decoding.topP()).add("beam", decoding.beam());
    }

    private static JsonArray checks(List<Check> checks) {
        JsonArray json = new JsonArray();
        for (Check check : checks) {
            JsonObject one = check(check);
            json.add(check.variant().isEmpty() ? one : one.add("variant", check.variant()));
        }
        return json;
    }

    private static JsonObject check(Check check) {
        if (check instanceof Check.Spells spells) {
            return new JsonObject().add("name", "greedy").add("expected", spells.expected())
                    .add("withinUpdates", spells.withinUpdates());
        } else if (check instanceof Check.Measure measure) {
            return measure(measure);
        }
        Check.Numbers numbers = (Check.Numbers) check;
        JsonObject json = new JsonObject().add("name", numbers.tensor());
        if (numbers.at().length > 0) {
            json.add("at", Json.array(numbers.at()));
        }
        if (numbers.from() > 0) {
            json.add("from", numbers.from());
        }
        return json.add("expected", numbers(numbers.expected())).add("tolerance", numbers.tolerance());
    }

    private static JsonObject measure(Check.Measure measure) {
        JsonObject json = new JsonObject().add("name", CheckReader.word(measure.quantity()));
        if (!measure.of().isEmpty()) {
            json.add("of", measure.of());
        }
        String bound = switch (measure.bound()) {
            case AT_LEAST -> "atLeast";
            case AT_MOST -> "atMost";
            case EQUAL -> "expected";
        };
        return json.add("on", word(measure.on())).add("output", measure.output()).add(bound, measure.value())
                .add("tolerance", measure.tolerance()).add("withinUpdates", measure.withinUpdates());
    }

    private static void special(JsonObject json, Special special) {
        if (special.count() != null) {
            json.add("count", new JsonObject().add("inputs", special.count().inputs())
                    .add("hidden", special.count().hidden()).add("outputs", special.count().outputs())
                    .add("biases", special.count().biases()));
        }
        if (!special.quiz().isEmpty()) {
            JsonArray quiz = new JsonArray();
            for (Special.Question question : special.quiz()) {
                quiz.add(new JsonObject().add("question", question.question()).add("picture", question.picture())
                        .add("shape", question.shape()).add("direction", question.direction())
                        .add("why", question.why()));
            }
            json.add("quiz", quiz);
        }
        if (special.ngram() != null) {
            JsonObject ngram = new JsonObject().add("n", special.ngram().n())
                    .add("smoothing", special.ngram().smoothing()).add("k", special.ngram().k());
            if (!special.ngram().weights().isEmpty()) {
                JsonArray weights = new JsonArray();
                special.ngram().weights().forEach(weights::add);
                ngram.add("weights", weights);
            }
            json.add("ngram", ngram);
        }
    }

    static JsonArray strings(List<String> strings) {
        JsonArray json = new JsonArray();
        strings.forEach(json::add);
        return json;
    }

    static JsonArray rows(double[][] rows) {
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

    static String word(Enum<?> value) {
        return value.name().toLowerCase();
    }
}
