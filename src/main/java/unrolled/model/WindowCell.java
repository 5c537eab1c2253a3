package unrolled.model;

import java.util.List;
import unrolled.nn.Layer;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.nn.Window;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/** What lies around a step: so many steps before it and after it. */
public record WindowCell(int before, int after) implements Cell {
    @Override
    public int hidden() {
        return 0;
    }

    @Override
    public String name() {
        return "window";
    }

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public String output() {
        return "window";
    }

    /** How many steps stand in it. */
    public int width() {
        return before + 1 + after;
    }

    @Override
    public int outputs(int X) {
        return width() * X;
    }

    @Override
    public List<Shape> shapes(String prefix, int X) {
        return List.of();
    }

    @Override
    public Layer unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output, int T,
            int B) {
        return new Window(memory, before, after, false, X, T, B);
    }
}
