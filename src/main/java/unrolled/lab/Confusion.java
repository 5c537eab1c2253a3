package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import unrolled.data.Example;
import unrolled.model.Unrolled;

/** Which class is taken for which, over all answers, and the sentences they were given for. */
final class Confusion {
    private static final int MOST_SENTENCES = 200;

    private Confusion() { }

    static JsonObject json(Experiment experiment, Asked asked) {
        List<String> classes = experiment.answers.symbols();
        int[][] counts = new int[classes.size()][classes.size()];
        JsonArray sentences = new JsonArray();
        int right = 0;
        int all = 0;
        for (Example example : experiment.split.of(asked.on())) {
            Unrolled net = experiment.run(example);
            JsonArray given = new JsonArray();
            for (int i = 0; i < example.counted(); i++) {
                int answer = Unrolled.likeliest(net.y(), example.steps() - example.counted() + i);
                int truth = experiment.answers.index(example.answers().get(i));
                counts[truth][answer]++;
                right += truth == answer ? 1 : 0;
                all++;
                given.add(classes.get(answer));
            }
            if (sentences.size() < MOST_SENTENCES) {
                sentences.add(new JsonObject().add("tokens", Structure.strings(example.tokens())).add("text",
                        example.label()).add("truth", Structure.strings(example.answers())).add("given", given));
            }
        }
        JsonArray rows = new JsonArray();
        for (int[] row : counts) {
            rows.add(Json.array(row));
        }
        return new JsonObject().add("classes", Structure.strings(classes)).add("counts", rows)
                .add("accuracy", Report.number(all == 0 ? Double.NaN : (double) right / all))
                .add("sentences", sentences);
    }
}
