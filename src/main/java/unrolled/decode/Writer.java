package unrolled.decode;

import java.util.List;
import java.util.Map;
import unrolled.data.Vocabulary;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.tensor.Kernels;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Lets a character model write: it reads the prime, then what it wrote itself, one symbol at a time. */
public final class Writer {
    private final Vocabulary vocabulary;
    private final Kernels kernels;
    private final Unrolled step;
    private final Map<String, double[]> state;
    private final Tensor p;

    /**
     * @param state the initial states that are not 0
     * @param p     one row of the vocabulary's size, for the distribution that is drawn from
     */
    public Writer(Network network, Vocabulary vocabulary, Kernels kernels, Map<String, double[]> state, Tensor p) {
        this.vocabulary = vocabulary;
        this.kernels = kernels;
        this.step = network.unroll(1, 1);
        this.state = state;
        this.p = p;
    }

    /** Always the likeliest symbol. */
    public String greedy(List<String> prime, int length) {
        return write(prime, length, 0, null);
    }

    /** Draws from {@code softmax(logits / temperature)}; the same seed draws the same way. */
    public String sample(List<String> prime, int length, double temperature, long seed) {
        return write(prime, length, temperature, new Rng(seed));
    }

    private String write(List<String> prime, int length, double temperature, Rng rng) {
        StringBuilder text = new StringBuilder();
        step.use();
        step.start(state, null);
        for (String symbol : prime) {
            read(vocabulary.index(symbol));
        }
        for (int n = 0; n < length; n++) {
            int symbol = rng == null ? Unrolled.likeliest(step.logits(), 0) : draw(temperature, rng.nextDouble());
            text.append(vocabulary.symbol(symbol));
            read(symbol);
        }
        return text.toString();
    }

    private void read(int symbol) {
        step.x().fill(0);
        step.x().set(0, symbol, 1);
        step.forward(1);
        step.carry(1);
    }

    /** The symbol at which the running sum of p passes {@code u}. */
    private int draw(double temperature, double u) {
        kernels.softmax(step.logits(), temperature, p, 0, 1);
        double sum = 0;
        for (int j = 0; j < p.cols; j++) {
            sum += p.get(0, j);
            if (u < sum) {
                return j;
            }
        }
        return p.cols - 1;
    }
}
