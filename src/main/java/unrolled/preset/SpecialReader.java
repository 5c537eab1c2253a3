package unrolled.preset;

import static unrolled.preset.Values.require;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code count}, {@code quiz} and {@code ngram}: what only some experiments have beside their net. */
final class SpecialReader {
    static final int MOST_N = 5;
    private static final double ADDED = 0.1;

    private SpecialReader() { }

    static Special read(Fields fields) {
        return new Special(fields.has("count") ? count(fields.object("count")) : null, quiz(fields.objects("quiz")),
                fields.has("ngram") ? ngram(fields.object("ngram")) : null);
    }

    private static Special.Count count(Fields fields) {
        Special.Count count = new Special.Count(fields.integer("inputs", 1, 1, 10_000_000),
                fields.integer("hidden", 1, 1, 100_000), fields.integer("outputs", 1, 1, 10_000_000),
                fields.integer("biases", 1, 1, 2));
        fields.close();
        return count;
    }

    private static List<Special.Question> quiz(List<Fields> questions) {
        List<Special.Question> quiz = new ArrayList<>();
        for (Fields fields : questions) {
            quiz.add(new Special.Question(Values.string(fields.required("question"), fields.at("question")),
                    fields.word("picture", "", "captioning", "stock", "translation", "music", "mood", "frames",
                            "glimpses"),
                    fields.word("shape", "", "oneToOne", "oneToMany", "manyToOne", "manyToMany", "encoderDecoder"),
                    fields.word("direction", "forward", "forward", "both"),
                    Values.string(fields.required("why"), fields.at("why"))));
            fields.close();
        }
        return quiz;
    }

    private static Special.Counting ngram(Fields fields) {
        int n = fields.integer("n", 2, 1, MOST_N);
        String smoothing = fields.word("smoothing", "addK", "none", "addK", "backoff", "interpolate");
        double k = fields.number("k", ADDED, 0, 1000);
        require(!smoothing.equals("backoff") || (k > 0 && k < 1),
                "the discount of a count must be above 0 and below 1, got "
                + (fields.has("k") ? Values.shown(fields.get("k")) : k));
        List<Double> weights = new ArrayList<>();
        if (fields.has("weights")) {
            double sum = 0;
            for (double weight : Values.vector(fields.get("weights"), fields.at("weights"))) {
                require(weight >= 0, fields.at("weights") + " must be 0 or more, got " + weight);
                weights.add(weight);
                sum += weight;
            }
            require(weights.size() == n && Math.abs(sum - 1) < 1e-6, fields.at("weights") + " must be " + n
                    + " numbers with sum 1, got " + weights.size() + " with sum " + sum);
        }
        fields.close();
        return new Special.Counting(n, smoothing, k, weights);
    }
}
