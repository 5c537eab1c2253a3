package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;

/** Every layer without a memory, with every option, ready to be filled with random numbers and tried. */
enum FeedForward {
    EMBEDDING, WINDOW, WINDOW_BEFORE, WINDOW_AFTER, WINDOW_TURNED, HIDDEN_TANH, HIDDEN_SIGMOID, HIDDEN_RELU, HIDDEN_LINEAR,
    CONV, CONV_FLIPPED, CONV_UNPADDED, CONV_OF_ONE, DROPOUT, POOL_MEAN, POOL_MAX, ATTENTION_POOL;

    static final int X = 5;
    static final int H = 3;
    static final int WIDTH = 3;

    List<Shape> shapes() {
        return switch (this) {
            case EMBEDDING -> Embedding.shapes("", X, H);
            case HIDDEN_TANH, HIDDEN_SIGMOID, HIDDEN_RELU, HIDDEN_LINEAR -> Hidden.shapes("", X, H);
            case CONV, CONV_FLIPPED, CONV_UNPADDED -> Conv1d.shapes("", WIDTH, X, H);
            case CONV_OF_ONE -> Conv1d.shapes("", 1, X, H);
            case ATTENTION_POOL -> AttentionPool.shapes(X);
            default -> List.of();
        };
    }

    Layer create(Memory m, Parameters p, int T, int B, Rng rng) {
        return switch (this) {
            case EMBEDDING -> new Embedding(Layers.KERNELS, m, p, "", H, T, B);
            case WINDOW -> new Window(m, 2, 1, false, X, T, B);
            case WINDOW_BEFORE -> new Window(m, 2, 0, false, X, T, B);
            case WINDOW_AFTER -> new Window(m, 0, 2, false, X, T, B);
            case WINDOW_TURNED -> new Window(m, 2, 1, true, X, T, B);
            case HIDDEN_TANH -> new Hidden(Layers.KERNELS, m, p, "", Activation.TANH, H, T, B);
            case HIDDEN_SIGMOID -> new Hidden(Layers.KERNELS, m, p, "", Activation.SIGMOID, H, T, B);
            case HIDDEN_RELU -> new Hidden(Layers.KERNELS, m, p, "", Activation.RELU, H, T, B);
            case HIDDEN_LINEAR -> new Hidden(Layers.KERNELS, m, p, "", Activation.LINEAR, H, T, B);
            case CONV, CONV_UNPADDED -> new Conv1d(Layers.KERNELS, m, p, "", Activation.TANH, WIDTH, false, X, H, T, B);
            case CONV_FLIPPED -> new Conv1d(Layers.KERNELS, m, p, "", Activation.SIGMOID, WIDTH, true, X, H, T, B);
            case CONV_OF_ONE -> new Conv1d(Layers.KERNELS, m, p, "", Activation.LINEAR, 1, false, X, H, T, B);
            case DROPOUT -> dropout(m, T, B, rng);
            case POOL_MEAN -> new Pool(Layers.KERNELS, m, Pool.Kind.MEAN, X, T, B);
            case POOL_MAX -> new Pool(Layers.KERNELS, m, Pool.Kind.MAX, X, T, B);
            case ATTENTION_POOL -> new AttentionPool(Layers.KERNELS, m, p, X, T, B);
        };
    }

    private static Layer dropout(Memory m, int T, int B, Rng rng) {
        Dropout dropout = new Dropout(Layers.KERNELS, m, 0.4, X, T, B);
        dropout.draw(rng, T);
        return dropout;
    }

    /** The first step that there is. */
    int first() {
        return this == CONV_UNPADDED ? WIDTH - 1 : 0;
    }

    boolean pools() {
        return this == POOL_MEAN || this == POOL_MAX || this == ATTENTION_POOL;
    }

    /** Every layer for sequences of 1 (if it has as many) and 4 steps, one and two of them at a time. */
    static Stream<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (FeedForward kind : values()) {
            for (int T : new int[] {1, 4}) {
                for (int B : new int[] {1, 2}) {
                    if (T > kind.first()) {
                        trials.add(new Trial(kind, T, B));
                    }
                }
            }
        }
        return trials.stream();
    }

    record Trial(FeedForward kind, int T, int B) {
    }
}
