package unrolled.model;

import java.util.List;
import unrolled.nn.Embedding;
import unrolled.nn.Layer;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Shape;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;

/** @param hidden E, numbers that stand for a symbol */
public record EmbeddingCell(int hidden) implements Cell {
    @Override
    public String name() {
        return "embedding";
    }

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public String output() {
        return "e";
    }

    /** Of V one-hot inputs only one counts. */
    @Override
    public int fan(int X) {
        return 1;
    }

    @Override
    public List<Shape> shapes(String prefix, int X) {
        return Embedding.shapes(prefix, X, hidden);
    }

    @Override
    public Layer unroll(Kernels k, Memory memory, Parameters parameters, String prefix, int X, Output output, int T,
            int B) {
        return new Embedding(k, memory, parameters, prefix, hidden, T, B);
    }
}
