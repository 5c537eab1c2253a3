package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import unrolled.data.Example;
import unrolled.model.Unrolled;
import unrolled.train.Evaluation;

/** What a net predicts beside what was true: of one example step by step, and in the mean of all. */
final class Outputs {
    private Outputs() { }

    static JsonObject json(Experiment experiment, Asked asked) {
        List<Example> examples = experiment.split.of(asked.on());
        Lab.require(!examples.isEmpty(), "there are no examples for " + asked.on().name().toLowerCase());
        Evaluation evaluation = experiment.evaluation(asked.on(), true);
        Lab.require(evaluation != null, "these examples have no targets to compare with");
        Example example = examples.get(asked.integer("example", 0, 0, examples.size() - 1));
        Unrolled net = experiment.run(example);
        JsonArray outputs = new JsonArray();
        for (int j = 0; j < net.y().cols; j++) {
            JsonArray truth = new JsonArray();
            JsonArray prediction = new JsonArray();
            int first = example.steps() - example.counted();
            for (int i = 0; i < example.counted(); i++) {
                truth.add(example.targets()[i][j]);
                prediction.add(Report.number(net.y().get(first + i, j)));
            }
            outputs.add(new JsonObject().add("name", "y" + (j + 1)).add("first", first).add("truth", truth)
                    .add("prediction", prediction)
                    .add("mse", Report.number(evaluation.squares()[j])).add("variance", variance(examples, j)));
        }
        return new JsonObject().add("outputs", outputs).add("examples", examples.size());
    }

    private static double variance(List<Example> examples, int j) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (Example example : examples) {
            for (double[] target : example.targets()) {
                sum += target[j];
                squares += target[j] * target[j];
                count++;
            }
        }
        return squares / count - sum / count * (sum / count);
    }
}
