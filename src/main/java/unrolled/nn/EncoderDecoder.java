package unrolled.nn;

import java.util.List;
import unrolled.tensor.Tensor;

/**
 * A layer that reads with one set of weights and writes with another (Sutskever, Vinyals and Le, 2014): steps before S
 * run with the encoder's, steps from S on with the decoder's, over one time axis and one memory. The decoder so starts
 * from the encoder's last state, and its gradient goes back into the encoder.
 */
public final class EncoderDecoder implements Recurrent {
    /** What the names of the encoder's weights begin with. */
    public static final String ENCODER = "enc.";
    /** What the names of the decoder's weights begin with. */
    public static final String DECODER = "dec.";

    private final Recurrent encoder;
    private final Recurrent decoder;
    private int S;

    /** @param decoder shares the activations of {@code encoder}, see {@link Recurrent#sharing} */
    public EncoderDecoder(Recurrent encoder, Recurrent decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** The decoder begins at step {@code S}. */
    public void split(int S) {
        this.S = S;
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        int read = read(from, n);
        encoder.forward(x, from, read);
        decoder.forward(x, from + read, n - read);
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        int read = read(from, n);
        decoder.backward(x, dx, from + read, n - read);
        encoder.backward(x, dx, from, read);
    }

    /** How many of {@code n} steps from step {@code from} are the encoder's. */
    private int read(int from, int n) {
        return Math.max(0, Math.min(n, S - from));
    }

    @Override
    public void end(int T) {
        encoder.end(T);
    }

    /** Both run on the same activations, each on its own steps. */
    @Override
    public void hold(String letter, Tensor set) {
        encoder.hold(letter, set);
    }

    @Override
    public void truncate(int k) {
        encoder.truncate(k);
        decoder.truncate(k);
    }

    @Override
    public void carry(int T) {
        encoder.carry(T);
    }

    @Override
    public Tensor h() {
        return encoder.h();
    }

    @Override
    public Tensor dh() {
        return encoder.dh();
    }

    @Override
    public Tensor h0() {
        return encoder.h0();
    }

    @Override
    public List<String> gates() {
        return encoder.gates();
    }

    @Override
    public List<Named> named() {
        return encoder.named();
    }
}
