package unrolled.decode;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;
import unrolled.tensor.Kernels;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/**
 * Lets a model write: it reads the prime, then what it wrote itself, one symbol at a time, until it says that it has
 * come to an end, where it can, or has written enough.
 */
public final class Text {
    private final Speaker speaker;
    private final Vocabulary vocabulary;
    private final Unit unit;
    private final Kernels kernels;
    private final Tensor p;
    private final Tensor logp;
    private final int start;
    private final int stop;

    /** @param p and {@code logp}: one row of the vocabulary's size each, for the distribution that is drawn from */
    public Text(Speaker speaker, Vocabulary vocabulary, Unit unit, Kernels kernels, Tensor p, Tensor logp) {
        this.speaker = speaker;
        this.vocabulary = vocabulary;
        this.unit = unit;
        this.kernels = kernels;
        this.p = p;
        this.logp = logp;
        start = vocabulary.index(Vocabulary.START);
        stop = vocabulary.index(Vocabulary.STOP);
    }

    /** Always the likeliest symbol. */
    public String greedy(List<String> prime, int length) {
        speaker.start(indices(prime));
        double[] chances = new double[speaker.symbols()];
        List<Integer> written = new ArrayList<>();
        for (int n = 0; n < length; n++) {
            speaker.logProbabilities(chances);
            int symbol = likeliest(chances);
            if (symbol == stop) {
                break;
            }
            written.add(symbol);
            speaker.read(symbol);
        }
        return text(written);
    }

    /** Draws as {@code choice} says; the same seed draws the same way. */
    public String sample(List<String> prime, int length, Choice choice, long seed) {
        Rng rng = new Rng(seed);
        speaker.start(indices(prime));
        double[] chances = new double[speaker.symbols()];
        List<Integer> written = new ArrayList<>();
        for (int n = 0; n < length; n++) {
            speaker.logProbabilities(chances);
            for (int j = 0; j < chances.length; j++) {
                logp.set(j, chances[j]);
            }
            choice.distribution(kernels, logp, p, 0, 1);
            int symbol = Choice.draw(p, 0, rng.nextDouble());
            if (symbol == stop) {
                break;
            }
            written.add(symbol);
            speaker.read(symbol);
        }
        return text(written);
    }

    /** Searches with a beam. */
    public Beam.Tree beam(List<String> prime, int width, int length, int shown) {
        return new Beam(width, length, stop < 0 ? Beam.NO_END : stop, shown).search(speaker, indices(prime));
    }

    /** log p of each of {@code symbols}, given the prime and all before it. */
    public double[] factors(List<String> prime, List<String> symbols) {
        double[] chances = new double[speaker.symbols()];
        double[] factors = new double[symbols.size()];
        speaker.start(indices(prime));
        for (int i = 0; i < factors.length; i++) {
            int symbol = vocabulary.index(vocabulary.known(symbols.get(i)));
            speaker.logProbabilities(chances);
            factors[i] = chances[symbol];
            speaker.read(symbol);
        }
        return factors;
    }

    /** What the symbols read as; the end is not written. */
    public String text(List<Integer> symbols) {
        List<String> written = new ArrayList<>();
        for (int symbol : symbols) {
            if (symbol != stop) {
                written.add(vocabulary.symbol(symbol));
            }
        }
        return unit.join(written);
    }

    /** The prime as the model reads it: after the start, where the vocabulary has one. */
    private int[] indices(List<String> prime) {
        int before = start < 0 ? 0 : 1;
        int[] indices = new int[prime.size() + before];
        if (before > 0) {
            indices[0] = start;
        }
        for (int i = 0; i < prime.size(); i++) {
            indices[i + before] = vocabulary.index(vocabulary.known(prime.get(i)));
        }
        return indices;
    }

    private static int likeliest(double[] chances) {
        int best = 0;
        for (int j = 1; j < chances.length; j++) {
            best = chances[j] > chances[best] ? j : best;
        }
        return best;
    }
}
