package unrolled.model;

import java.util.List;
import unrolled.nn.Activation;
import unrolled.nn.Conv1d;
import unrolled.nn.Layer;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/**
 * A convolution over a step and those before it.
 *
 * @param width how many steps it covers
 * @param flip  whether it is a true convolution, its window turned round, or a cross-correlation
 * @param pad   whether zeros stand before the first step; else there is nothing at steps whose window is not full
 */
public record ConvCell(int width, int hidden, Activation activation, boolean flip, boolean pad) implements Cell {
    @Override
    public String name() {
        return "conv";
    }

    @Override
    public int before() {
        return width - 1;
    }

    @Override
    public int missing() {
        return pad ? 0 : width - 1;
    }

    @Override
    public boolean hasSlope() {
        return activation != Activation.THRESHOLD;
    }

    @Override
    public int fan(int X) {
        return width * X;
    }

    @Override
    public List<Shape> shapes(String prefix, int X) {
        return Conv1d.shapes(prefix, width, X, hidden);
    }

    @Override
    public Layer unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output, int T,
            int B) {
        return new Conv1d(k, memory, parameters, prefix, activation, width, flip, X, hidden, T, B);
    }
}
