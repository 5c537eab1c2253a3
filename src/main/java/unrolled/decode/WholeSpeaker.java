package unrolled.decode;

import java.util.Arrays;
import java.util.Map;
import unrolled.data.Example;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.tensor.Numbers;

/**
 * A model that keeps all it has read on one time axis: a decoder with the source it translates, or a net that looks
 * back through a window. What it knows is what it has read; going back means reading again.
 */
public final class WholeSpeaker implements Speaker {
    private final Unrolled net;
    private final Map<String, double[]> initial;
    private final int[] read;
    private Example source;
    private int t;

    /** @param steps the most it can read, with the source */
    public WholeSpeaker(Network network, Map<String, double[]> state, int steps) {
        net = network.unroll(steps, 1);
        initial = state;
        read = new int[steps];
    }

    /** What a decoder is to translate: the first steps of an example. */
    public void translate(Example example) {
        source = example;
    }

    @Override
    public int symbols() {
        return net.logits().cols;
    }

    @Override
    public void start(int[] prime) {
        net.use();
        net.start(initial, null);
        t = 0;
        if (source != null) {
            net.read(source);
            net.run(0, source.source());
            t = source.source();
        }
        for (int symbol : prime) {
            read(symbol);
        }
    }

    @Override
    public void read(int symbol) {
        read[t] = symbol;
        net.feed(t, symbol);
        net.run(t, 1);
        t++;
    }

    @Override
    public void logProbabilities(double[] logp) {
        if (t == 0) {
            Arrays.fill(logp, -Numbers.log(logp.length));
        } else {
            Writer.logSoftmax(net.logits(), t - 1, logp);
        }
    }

    @Override
    public double[] state() {
        int from = source == null ? 0 : source.source();
        double[] state = new double[t - from];
        for (int i = 0; i < state.length; i++) {
            state[i] = read[from + i];
        }
        return state;
    }

    @Override
    public void restore(double[] state) {
        int[] symbols = new int[state.length];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (int) state[i];
        }
        start(symbols);
    }
}
