package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Vocabulary;
import unrolled.model.NGram;
import unrolled.tensor.Numbers;

/** The probability of a typed text as a product: every symbol given those before it. */
final class Chain {
    private static final int MOST_SYMBOLS = 60;

    private Chain() { }

    static JsonObject json(Experiment experiment, Asked asked) {
        Lab.require(experiment.author != null, "this net does not predict texts");
        List<String> typed = experiment.preset.data().unit().split(asked.word("text", ""));
        Lab.require(!typed.isEmpty() && typed.size() <= MOST_SYMBOLS, "the text must have 1.." + MOST_SYMBOLS
                + " words, got " + typed.size());
        Vocabulary vocabulary = experiment.vocabulary;
        Lab.require(known(vocabulary, typed) > 0, "none of these words is known: all would be "
                + Vocabulary.UNKNOWN + ", got \"" + asked.word("text", "") + "\"");
        return asked.word("of", "model").equals("ngram") ? counted(experiment, typed, asked) : modelled(experiment, typed);
    }

    private static int known(Vocabulary vocabulary, List<String> typed) {
        int known = 0;
        for (String symbol : typed) {
            known += vocabulary.index(symbol) >= 0 ? 1 : 0;
        }
        return known;
    }

    private static JsonObject modelled(Experiment experiment, List<String> typed) {
        List<String> symbols = new ArrayList<>(typed);
        boolean ends = experiment.vocabulary.index(Vocabulary.STOP) >= 0;
        if (ends) {
            symbols.add(Vocabulary.STOP);
        }
        int first = ends ? 0 : 1;
        double[] logp = experiment.author.text.factors(symbols.subList(0, first), symbols.subList(first, symbols.size()));
        double[] p = new double[logp.length];
        JsonArray factors = new JsonArray();
        for (int i = 0; i < p.length; i++) {
            p[i] = Numbers.exp(logp[i]);
            factors.add(factor(experiment, symbols.get(first + i), Structure.strings(symbols.subList(0, first + i)),
                    p[i]));
        }
        return product(typed, factors, p);
    }

    private static JsonObject counted(Experiment experiment, List<String> typed, Asked asked) {
        List<NGram.Factor> all = experiment.ngrams().factors(typed, asked);
        double[] p = new double[all.size()];
        JsonArray factors = new JsonArray();
        for (int i = 0; i < p.length; i++) {
            NGram.Factor factor = all.get(i);
            p[i] = factor.p();
            boolean last = i >= typed.size();
            factors.add(factor(experiment, last ? Vocabulary.STOP : typed.get(i),
                    experiment.ngrams().symbols(factor.context()), p[i]));
        }
        return product(typed, factors, p);
    }

    private static JsonObject factor(Experiment experiment, String symbol, JsonValue context, double p) {
        return new JsonObject().add("symbol", symbol).add("context", context).add("p", p)
                .add("unknown", experiment.vocabulary.index(symbol) < 0);
    }

    private static JsonObject product(List<String> typed, JsonArray factors, double[] p) {
        double logp = 0;
        for (double one : p) {
            logp += Numbers.log(one);
        }
        return new JsonObject().add("tokens", Structure.strings(typed)).add("factors", factors)
                .add("logp", Report.number(logp)).add("p", Report.number(Numbers.exp(logp)))
                .add("perplexity", Report.number(Numbers.exp(-logp / p.length)));
    }
}
