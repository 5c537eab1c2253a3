package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.data.Vocabulary;
import unrolled.model.NGram;
import unrolled.model.NGramCounts;
import unrolled.model.Smoothing;
import unrolled.preset.Check.On;
import unrolled.preset.Special;

/** The n-grams beside a net: counted over the same texts. */
final class Ngrams {
    private static final int LARGEST = 5;
    private static final int MOST_ROWS = 40;
    private static final int MOST_CONTEXTS = 60;
    private static final double DISCOUNT = 0.5;

    private final Experiment experiment;
    private final NGramCounts counts;

    Ngrams(Experiment experiment) {
        this.experiment = experiment;
        Vocabulary vocabulary = experiment.vocabulary;
        counts = new NGramCounts(sequences(On.TRAIN), vocabulary.size(), LARGEST, vocabulary.index(Vocabulary.START),
                vocabulary.index(Vocabulary.STOP));
    }

    /** The symbols of the texts, without the marks of their ends. */
    private List<int[]> sequences(On on) {
        List<int[]> sequences = new ArrayList<>();
        for (Example example : experiment.split.of(on)) {
            sequences.add(indices(Author.symbols(example)));
        }
        return sequences;
    }

    private int[] indices(List<String> symbols) {
        int[] indices = new int[symbols.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = experiment.vocabulary.index(experiment.vocabulary.known(symbols.get(i)));
        }
        return indices;
    }

    /** A net without a start symbol only reads the first symbol; so do its n-grams. */
    private int from() {
        return experiment.vocabulary.index(Vocabulary.START) < 0 ? 1 : 0;
    }

    double perplexity(On on) {
        Special.Counting counting = experiment.preset.special().ngram();
        Lab.require(counting != null, "checks: a perplexity of n-grams needs an ngram in the preset");
        return model(counting.n(), counting.smoothing(), counting.k(), counting.weights())
                .perplexity(sequences(on), from());
    }

    private NGram model(int n, String smoothing, double k, List<Double> weights) {
        Smoothing how = switch (smoothing) {
            case "none" -> new Smoothing.None();
            case "backoff" -> new Smoothing.Backoff(k > 0 && k < 1 ? k : DISCOUNT);
            case "interpolate" -> new Smoothing.Interpolate(weights.size() == n ? weights : rising(n));
            default -> k > 0 ? new Smoothing.AddK(k) : new Smoothing.None();
        };
        return new NGram(counts, n, how);
    }

    /** Weights that double from one symbol of context to the next. */
    private static List<Double> rising(int n) {
        List<Double> weights = new ArrayList<>();
        for (int m = 0; m < n; m++) {
            weights.add((double) (1 << m) / ((1 << n) - 1));
        }
        return weights;
    }

    private NGram model(Asked asked) {
        Special.Counting usual = experiment.preset.special().ngram();
        int n = asked.integer("n", usual == null ? 2 : usual.n(), 1, LARGEST);
        List<Double> weights = asked.numbers("weights");
        return model(n, asked.word("smoothing", usual == null ? "addK" : usual.smoothing()),
                asked.number("k", usual == null ? 0.1 : usual.k()),
                weights.isEmpty() && usual != null ? usual.weights() : weights);
    }

    static JsonObject table(Experiment experiment, Asked asked) {
        return experiment.ngrams().table(asked);
    }

    private JsonObject table(Asked asked) {
        NGram model = model(asked);
        int[] context = indices(asked.words("context"));
        List<Integer> used = model.context(context);
        return new JsonObject().add("context", symbols(used)).add("order", model.order(context))
                .add("rows", rows(model.distribution(context), used)).add("total", counts.count(used))
                .add("perplexity", new JsonObject()
                        .add("train", Report.number(model.perplexity(sequences(On.TRAIN), from())))
                        .add("test", Report.number(model.perplexity(sequences(On.TEST), from()))))
                .add("sparsity", sparsity()).add("contexts", contexts(used.size()));
    }

    private JsonArray rows(double[] p, List<Integer> context) {
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < p.length; j++) {
            order.add(j);
        }
        order.sort((a, b) -> p[a] != p[b] ? Double.compare(p[b], p[a]) : a - b);
        JsonArray rows = new JsonArray();
        for (int j : order.subList(0, Math.min(MOST_ROWS, order.size()))) {
            if (p[j] > 0) {
                rows.add(new JsonObject().add("symbol", experiment.vocabulary.symbol(j))
                        .add("count", counts.count(context, j)).add("p", p[j]));
            }
        }
        return rows;
    }

    private JsonArray sparsity() {
        JsonArray json = new JsonArray();
        for (NGramCounts.Sparsity one : counts.sparsity(sequences(On.TEST))) {
            json.add(new JsonObject().add("n", one.n()).add("contexts", one.contexts())
                    .add("possible", one.possible()).add("unseen", Report.number(one.unseen())));
        }
        return json;
    }

    private JsonArray contexts(int length) {
        JsonArray json = new JsonArray();
        for (NGramCounts.Context one : counts.frequent(length, MOST_CONTEXTS)) {
            json.add(new JsonObject().add("context", symbols(one.symbols())).add("count", one.count()));
        }
        return json;
    }

    /** p of each symbol of a text, and the context it was given. */
    List<NGram.Factor> factors(List<String> symbols, Asked asked) {
        return model(asked).factors(indices(symbols), from());
    }

    JsonValue symbols(List<Integer> indices) {
        JsonArray json = new JsonArray();
        for (int index : indices) {
            json.add(experiment.vocabulary.symbol(index));
        }
        return json;
    }
}
