package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import unrolled.model.Head;
import unrolled.tensor.Numbers;

/** How an open experiment stands now, as JSON: metrics, what the model writes, and its claims. */
public final class Report {
    private Report() { }

    public static JsonObject of(Lab lab) {
        Experiment experiment = lab.experiment();
        JsonObject json = metrics(lab).add("points", experiment.curve.points());
        if (experiment.writes()) {
            json.add("prime", experiment.preset.decoding().prime()).add("greedy", lab.greedy()).add("sampled", lab.sampled());
        }
        if (experiment.truthTable != null) {
            json.add("truth", experiment.truthTable.json());
        }
        JsonArray checks = new JsonArray();
        for (Checks.Result result : Checks.now(lab)) {
            checks.add(result.json());
        }
        return json.add("checks", checks);
    }

    /** Numbers about the run; what does not apply to the net is left out. */
    public static JsonObject metrics(Lab lab) {
        Experiment experiment = lab.experiment();
        JsonObject json = new JsonObject().add("updates", lab.updates()).add("epoch", lab.updates() / experiment.examples.size());
        if (experiment.preset.trains()) {
            double loss = experiment.trainer.loss();
            json.add("loss", number(loss)).add("gradientNorm", number(experiment.trainer.gradientNorm()));
            if (experiment.preset.architecture().head().kind() == Head.Kind.SOFTMAX) {
                json.add("perplexity", number(Numbers.exp(loss))).add("accuracy", number(experiment.net.accuracy()));
            }
        }
        return json;
    }

    /** JSON has no NaN and no infinity: null stands for both. */
    private static JsonValue number(double value) {
        return value - value == 0 ? Json.value(value) : Json.NULL;
    }
}
