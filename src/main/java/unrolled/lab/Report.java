package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import unrolled.model.Head;
import unrolled.preset.Check.On;
import unrolled.tensor.Numbers;
import unrolled.train.Evaluation;

/** How an open experiment stands now, as JSON: metrics, what the model writes, and its claims. */
public final class Report {
    private final Lab lab;
    private final boolean exact;

    private Report(Lab lab, boolean exact) {
        this.lab = lab;
        this.exact = exact;
    }

    public static JsonObject of(Lab lab) {
        return of(lab, true);
    }

    /** @param exact whether all numbers must be as of now, or may in part be of a few updates ago */
    public static JsonObject of(Lab lab, boolean exact) {
        return new Report(lab, exact).all();
    }

    /** Numbers about the run; what does not apply to the net is left out. */
    public static JsonObject metrics(Lab lab) {
        return new Report(lab, true).metrics();
    }

    private JsonObject all() {
        Experiment experiment = lab.experiment();
        JsonObject json = metrics().add("points", experiment.curve.points()).add("alone", experiment.aloneSeen());
        if (experiment.author != null) {
            json.add("prime", experiment.preset.decoding().prime()).add("greedy", lab.greedy())
                    .add("sampled", lab.sampled());
        }
        if (experiment.truthTable != null) {
            json.add("truth", experiment.truthTable.json());
        }
        json.add("variants", variants());
        JsonArray checks = new JsonArray();
        for (Checks.Result result : Checks.now(lab, exact)) {
            checks.add(result.json());
        }
        return json.add("checks", checks);
    }

    private JsonObject metrics() {
        Experiment experiment = lab.experiment();
        JsonObject json = new JsonObject().add("updates", lab.updates());
        if (experiment.trains()) {
            json.add("epoch", lab.updates() / experiment.trainer.perEpoch()).add("perEpoch",
                    experiment.trainer.perEpoch());
            Evaluation train = experiment.evaluation(On.TRAIN, exact);
            json.add("loss", number(train.loss())).add("gradientNorm", number(experiment.gradientNorm()));
            if (experiment.preset.architecture().head().kind() == Head.Kind.SOFTMAX) {
                json.add("perplexity", number(Numbers.exp(train.loss())));
            }
            if (experiment.preset.architecture().head().loss() == Head.Loss.CROSS_ENTROPY) {
                json.add("accuracy", number(train.accuracy()));
            }
            if (train.squares().length > 0) {
                json.add("mse", Json.array(train.squares()));
            }
            held(json, "validation", experiment.evaluation(On.VALIDATION, exact));
            held(json, "test", experiment.evaluation(On.TEST, exact));
        }
        return json;
    }

    private static void held(JsonObject json, String name, Evaluation evaluation) {
        if (evaluation != null) {
            json.add(name, new JsonObject().add("loss", number(evaluation.loss()))
                    .add("accuracy", number(evaluation.accuracy())));
        }
    }

    private JsonArray variants() {
        JsonArray json = new JsonArray();
        for (int i = 0; i < lab.variants().names().size(); i++) {
            Experiment one = lab.experiments().get(i);
            Evaluation train = one.evaluation(On.TRAIN, exact);
            Evaluation test = one.evaluation(On.TEST, exact);
            json.add(new JsonObject().add("name", lab.nameOf(i)).add("updates", one.updates())
                    .add("loss", number(train == null ? Double.NaN : train.loss()))
                    .add("accuracy", number(train == null ? Double.NaN : train.accuracy()))
                    .add("testLoss", number(test == null ? Double.NaN : test.loss()))
                    .add("testAccuracy", number(test == null ? Double.NaN : test.accuracy())));
        }
        return json;
    }

    /** JSON has no NaN and no infinity: null stands for both. */
    static JsonValue number(double value) {
        return value - value == 0 ? Json.value(value) : Json.NULL;
    }
}
