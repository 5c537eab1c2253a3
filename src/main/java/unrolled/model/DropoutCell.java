package unrolled.model;

import java.util.List;
import unrolled.nn.Dropout;
import unrolled.nn.Layer;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/**
 * Dropout on what the layer under it hands up.
 *
 * @param drop the share of numbers that are dropped in training, 0 ≤ drop &lt; 1
 */
public record DropoutCell(double drop) implements Cell {
    @Override
    public int hidden() {
        return 0;
    }

    @Override
    public String name() {
        return "dropout";
    }

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public String output() {
        return "dropped";
    }

    @Override
    public int outputs(int X) {
        return X;
    }

    @Override
    public List<Shape> shapes(String prefix, int X) {
        return List.of();
    }

    @Override
    public Layer unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output, int T,
            int B) {
        return new Dropout(k, memory, drop, X, T, B);
    }
}
