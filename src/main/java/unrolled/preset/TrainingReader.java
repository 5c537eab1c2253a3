package unrolled.preset;

import static unrolled.preset.Values.require;

import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.optim.Schedule;
import unrolled.preset.Training.Rule;
import unrolled.train.Method;

/** Reads {@code training}. */
final class TrainingReader {
    private static final double LEARNING_RATE = 0.01;          // Adam's usual rate for small nets on one sequence
    // seldom met by a healthy net, in time for an exploding one
    private static final double CLIP_NORM = 5;
    private static final double ADAMW_DECAY = 0.01;            // PyTorch's
    private static final int MOST_BATCH = 2000;

    private TrainingReader() { }

    static Training read(Fields fields, Data data, Architecture architecture) {
        Rule rule = Rule.valueOf(fields.word("optimizer", "adam", "sgd", "rmsprop", "adam", "adamw").toUpperCase());
        double momentum = fields.number("momentum", 0, 0, 1);
        require(momentum < 1, fields.at("momentum") + " must be below 1, got " + momentum);
        boolean nesterov = fields.bool("nesterov", false);
        require(!nesterov || rule == Rule.SGD && momentum > 0, fields.at("nesterov")
                + " must be false unless the optimiser is sgd with a momentum, along which it looks ahead");
        double weightDecay = fields.number("weightDecay", rule == Rule.ADAMW ? ADAMW_DECAY : 0, 0, 1);
        Method method = new Method(fields.number("learningRate", LEARNING_RATE, 0, 100), schedule(fields),
                clipNorm(fields), batch(fields), truncate(fields, data, architecture),
                fields.number("forcing", 1, 0, 1));
        double validation = fields.number("validation", 0, 0, 0.9);
        require(validation == 0 || data.examples().size() > 1, fields.at("validation")
                + " must be 0 where there is one example: none could be held back, got " + validation);
        Training.Stop stop = fields.has("stop") && !fields.get("stop").isNull()
                ? stop(new Fields(fields.get("stop"), fields.at("stop")), validation) : null;
        fields.close();
        return new Training(rule, momentum, nesterov, weightDecay, method, validation, stop);
    }

    private static double clipNorm(Fields fields) {
        boolean unlimited = fields.has("clipNorm") && fields.get("clipNorm").isNull();
        return unlimited ? 0 : fields.number("clipNorm", CLIP_NORM, 0, 1e6);
    }

    private static int batch(Fields fields) {
        boolean all = fields.has("batch") && fields.get("batch").isString();
        return all && fields.word("batch", "all", "all").equals("all") ? 0
                : fields.integer("batch", 1, 1, MOST_BATCH);
    }

    private static int truncate(Fields fields, Data data, Architecture architecture) {
        int longest = 0;
        for (Example example : data.examples()) {
            longest = Math.max(longest, example.steps());
        }
        int truncate = fields.integer("truncate", 0, 0, DataReader.MOST_STEPS);
        require(truncate <= longest, fields.at("truncate") + " must be 0.." + longest
                + ": no sequence has more steps, got " + truncate);
        require(truncate > 0 || longest <= DataReader.MOST_STEPS, fields.at("truncate") + " must be 1.."
                + DataReader.MOST_STEPS + " for a text of " + longest + " steps, got 0");
        require(truncate == 0 || !architecture.readsWhole(), fields.at("truncate")
                + " must be 0 for a net that reads the whole sequence before it answers, got " + truncate);
        return truncate;
    }

    private static Schedule schedule(Fields outer) {
        Fields fields = outer.object("schedule");
        Schedule.Kind kind = Schedule.Kind.valueOf(fields.word("kind", "constant", "constant", "step", "exponential",
                "cosine").toUpperCase());
        int every = fields.integer("every", 100, 1, 1 << 20);
        double factor = fields.number("factor", kind == Schedule.Kind.COSINE ? 0 : 0.5, 0, 1);
        require(factor > 0 || kind == Schedule.Kind.COSINE || kind == Schedule.Kind.CONSTANT, fields.at("factor")
                + " must be above 0, got 0");
        int warmup = fields.integer("warmup", 0, 0, 1 << 20);
        int updates = fields.integer("updates", warmup + 1000, 1, 1 << 20);
        require(kind != Schedule.Kind.COSINE || updates > warmup, fields.at("updates") + " must be more than the warmup "
                + warmup + ", got " + updates);
        fields.close();
        return new Schedule(kind, every, factor, updates, warmup);
    }

    private static Training.Stop stop(Fields fields, double validation) {
        String word = fields.word("metric", "loss", "loss", "accuracy", "validationLoss", "validationAccuracy");
        Training.Metric metric = Training.Metric.LOSS;
        for (Training.Metric one : Training.Metric.values()) {
            metric = one.word().equals(word) ? one : metric;
        }
        require(!metric.ofValidation() || validation > 0, fields.at("metric") + " must not be " + word
                + " while training.validation is 0");
        boolean atLeast = metric.isAccuracy();
        String bound = atLeast ? "atLeast" : "atMost";
        double value = fields.number(bound, atLeast ? 2 : -1, -1, 1e6);
        int patience = fields.integer("patience", 0, 0, 10_000);
        require(patience > 0 || fields.has(bound), fields.at(bound) + " or patience must be given");
        fields.close();
        return new Training.Stop(metric, atLeast, value, patience);
    }
}
