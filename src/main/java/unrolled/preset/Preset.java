package unrolled.preset;

import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.model.Architecture;

/**
 * One experiment, whole: the words, the data, the model, its numbers, the training, and what must come out.
 *
 * @param weights what is given; a name is a whole weight ({@code Wx}) or one gate's rows of it ({@code Wx.f}). A
 *                vector is one row.
 * @param state   given initial states ({@code h0}, {@code c0}); others are 0
 * @param clamps  what is held at a value by hand, see {@link Clamps}: for a gate or state ({@code f}) one row a step, null
 *                or NaN where it is free
 * @param open    the panels and views that stand open at first
 */
public record Preset(Lesson lesson, long seed, Data data, Architecture architecture, Map<String, double[][]> weights,
                     Map<String, double[]> state, Map<String, double[][]> clamps, Training training, Decoding decoding,
                     List<Check> checks, Special special, List<String> open) {

    /** The version of the format, which every preset may name. */
    public static final int VERSION = 1;

    /** Whether any number is held by hand. */
    public boolean holds() {
        return Clamps.any(clamps);
    }

    /** The same with other numbers held. */
    public Preset holding(Map<String, double[][]> held) {
        return new Preset(lesson, seed, data, architecture, weights, state, held, training, decoding, checks, special,
                open);
    }

    /** Why training cannot begin; null where it can. @param example the first to learn from */
    public String obstacle(Example example) {
        if (!architecture.hasSlope()) {
            return "threshold units cannot be trained by gradients: their slope is 0 everywhere, so the loss never tells a weight which way to move";
        }
        return architecture.learnsFrom(example) ? null
                : "this net has no targets to learn from: training needs an output and its targets";
    }
}
