package unrolled.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Vocabulary;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.nn.Named;
import unrolled.nn.Recurrent;
import unrolled.tensor.Kernels;
import unrolled.tensor.Numbers;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Lets a character model write: it reads the prime, then what it wrote itself, one symbol at a time. */
public final class Writer implements Speaker {
    private final Vocabulary vocabulary;
    private final Kernels kernels;
    private final Unrolled step;
    private final Map<String, double[]> initial;
    private final Tensor p;
    // the states handed in and the logits: all that the next step depends on
    private final List<Tensor> remembered = new ArrayList<>();

    /**
     * @param state the initial states that are not 0
     * @param p     one row of the vocabulary's size, for the distribution that is drawn from
     */
    public Writer(Network network, Vocabulary vocabulary, Kernels kernels, Map<String, double[]> state, Tensor p) {
        this.vocabulary = vocabulary;
        this.kernels = kernels;
        this.step = network.unroll(1, 1);
        this.initial = state;
        this.p = p;
        for (Recurrent layer : step.layers()) {
            for (Named named : layer.named()) {
                if (named.initial()) {
                    remembered.add(named.tensor());
                }
            }
        }
        remembered.add(step.logits());
    }

    /** Always the likeliest symbol. */
    public String greedy(List<String> prime, int length) {
        start(indices(prime));
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < length; n++) {
            say(Unrolled.likeliest(step.logits(), 0), text);
        }
        return text.toString();
    }

    /** Draws from {@code softmax(logits / temperature)}; the same seed draws the same way. */
    public String sample(List<String> prime, int length, double temperature, long seed) {
        return sample(prime, length, new Choice(temperature, 0, 1), seed);
    }

    /** Draws as {@code choice} says; the same seed draws the same way. */
    public String sample(List<String> prime, int length, Choice choice, long seed) {
        Rng rng = new Rng(seed);
        start(indices(prime));
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < length; n++) {
            choice.distribution(kernels, step.logits(), p, 0, 1);
            say(Choice.draw(p, 0, rng.nextDouble()), text);
        }
        return text.toString();
    }

    private void say(int symbol, StringBuilder text) {
        text.append(vocabulary.symbol(symbol));
        read(symbol);
    }

    /** log p(symbols | prime), each symbol given all before it. */
    public double logp(List<String> prime, List<String> symbols) {
        double[] logp = new double[symbols()];
        double sum = 0;
        start(indices(prime));
        for (int symbol : indices(symbols)) {
            logProbabilities(logp);
            sum += logp[symbol];
            read(symbol);
        }
        return sum;
    }

    /** The number of each symbol in the vocabulary. */
    public int[] indices(List<String> symbols) {
        int[] indices = new int[symbols.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = vocabulary.index(symbols.get(i));
        }
        return indices;
    }

    @Override
    public int symbols() {
        return vocabulary.size();
    }

    /** Without a prime, every first symbol is as likely. */
    @Override
    public void start(int[] prime) {
        step.start(initial);
        step.logits().fill(0);
        for (int symbol : prime) {
            read(symbol);
        }
    }

    @Override
    public void read(int symbol) {
        step.x().fill(0);
        step.x().set(0, symbol, 1);
        step.forward(1);
        step.carry(1);
    }

    @Override
    public void logProbabilities(double[] logp) {
        Tensor logits = step.logits();
        double largest = logits.get(0, Unrolled.likeliest(logits, 0));
        double sum = 0;
        for (int j = 0; j < logp.length; j++) {
            sum += Numbers.exp(logits.get(0, j) - largest);
        }
        double logSum = largest + Numbers.log(sum);
        for (int j = 0; j < logp.length; j++) {
            logp[j] = logits.get(0, j) - logSum;
        }
    }

    @Override
    public double[] state() {
        int size = 0;
        for (Tensor tensor : remembered) {
            size += tensor.size();
        }
        double[] state = new double[size];
        int next = 0;
        for (Tensor tensor : remembered) {
            for (int i = 0; i < tensor.size(); i++) {
                state[next++] = tensor.get(i);
            }
        }
        return state;
    }

    @Override
    public void restore(double[] state) {
        int next = 0;
        for (Tensor tensor : remembered) {
            for (int i = 0; i < tensor.size(); i++) {
                tensor.set(i, state[next++]);
            }
        }
    }
}
