package unrolled.model;

import java.util.List;
import unrolled.nn.Activation;
import unrolled.nn.Hidden;
import unrolled.nn.Layer;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/** A layer of units without a memory, every step by itself. */
public record HiddenCell(int hidden, Activation activation) implements Cell {
    @Override
    public String name() {
        return "dense";
    }

    @Override
    public boolean hasSlope() {
        return activation != Activation.THRESHOLD;
    }

    @Override
    public int fan(int X) {
        return X;
    }

    @Override
    public List<Shape> shapes(String prefix, int X) {
        return Hidden.shapes(prefix, X, hidden);
    }

    @Override
    public Layer unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output, int T,
            int B) {
        return new Hidden(k, memory, parameters, prefix, activation, hidden, T, B);
    }
}
