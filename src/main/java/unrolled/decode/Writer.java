package unrolled.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.tensor.Numbers;
import unrolled.tensor.Tensor;

/** A language model that keeps nothing of what it has read but its states. */
public final class Writer implements Speaker {
    private final Unrolled step;
    private final Map<String, double[]> initial;
    // the states handed in and the logits: all that the next step depends on
    private final List<Tensor> remembered = new ArrayList<>();

    /** @param state the initial states that are not 0 */
    public Writer(Network network, Map<String, double[]> state) {
        this.step = network.unroll(1, 1);
        this.initial = state;
        remembered.addAll(step.states());
        remembered.add(step.logits());
    }

    @Override
    public int symbols() {
        return step.logits().cols;
    }

    /** Without a prime, every first symbol is as likely. */
    @Override
    public void start(int[] prime) {
        step.use();
        step.start(initial, null);
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
        logSoftmax(step.logits(), 0, logp);
    }

    /** log softmax of a row. */
    static void logSoftmax(Tensor logits, int row, double[] logp) {
        double largest = logits.get(row, Unrolled.likeliest(logits, row));
        double sum = 0;
        for (int j = 0; j < logp.length; j++) {
            sum += Numbers.exp(logits.get(row, j) - largest);
        }
        double logSum = largest + Numbers.log(sum);
        for (int j = 0; j < logp.length; j++) {
            logp[j] = logits.get(row, j) - logSum;
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
