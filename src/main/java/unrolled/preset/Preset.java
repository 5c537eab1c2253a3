package unrolled.preset;

import java.util.List;
import java.util.Map;
import unrolled.model.Architecture;

/**
 * One experiment, whole: the words, the data, the model, its numbers, the training, and what must come out.
 *
 * @param weights what is given; a name is a whole weight ({@code Wx}) or one gate's rows of it ({@code Wx.f}). A vector is one row.
 * @param state   given initial states ({@code h0}, {@code c0}); others are 0
 * @param open    the panels that stand open at first
 */
public record Preset(Lesson lesson, long seed, Data data, Architecture architecture, Map<String, double[][]> weights,
                     Map<String, double[]> state, Training training, Decoding decoding, List<Check> checks, List<String> open) {

    /** The version of the format, which every preset may name. */
    public static final int VERSION = 1;

    /** Why training cannot begin; null where it can. */
    public String obstacle() {
        if (!architecture.hasSlope()) {
            return "threshold units cannot be trained by gradients: their slope is 0 everywhere, so the loss never tells a weight which way to move";
        }
        return trains() ? null : "this net has no targets to learn from: training needs an output and its targets";
    }

    /** Whether there is something to learn: a head, targets for it, and slopes that lead there. */
    public boolean trains() {
        return architecture.learnsFrom(data.examples().get(0));
    }
}
