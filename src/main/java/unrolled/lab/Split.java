package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.preset.Check.On;
import unrolled.preset.Preset;

/**
 * The examples of an experiment by what they are for.
 *
 * @param shown those of training, validation and test, in this order, as they can be looked at: what is too long, in
 *              pieces
 */
record Split(List<Example> train, List<Example> validation, List<Example> test, List<Example> shown) {
    private static final int MOST_SHOWN = 256;
    private static final int LEAST_PIECE = 24;

    static Split of(Preset preset) {
        double share = preset.training().validation();
        List<Example> train = new ArrayList<>();
        List<Example> validation = new ArrayList<>();
        List<Example> examples = preset.data().examples();
        for (int i = 0; i < examples.size(); i++) {
            // evenly spread, so that sorted examples are held back of every kind
            boolean held = (int) ((i + 1) * share + 1e-9) > (int) (i * share + 1e-9);
            (held ? validation : train).add(examples.get(i));
        }
        List<Example> test = preset.data().test();
        List<Example> shown = new ArrayList<>();
        int truncate = preset.training().method().truncate();
        for (List<Example> part : List.of(train, validation, test)) {
            part.forEach(example -> show(example, truncate, shown));
        }
        return new Split(train, validation, test, shown);
    }

    private static void show(Example example, int truncate, List<Example> shown) {
        if (example.steps() <= MOST_SHOWN) {
            shown.add(example);
            return;
        }
        int piece = truncate;
        while (piece < LEAST_PIECE) {
            piece += truncate;
        }
        for (int from = 0; from < example.steps(); from += piece) {
            shown.add(example.part(from, Math.min(piece, example.steps() - from)));
        }
    }

    List<Example> of(On on) {
        return switch (on) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    List<Example> all() {
        List<Example> all = new ArrayList<>(train);
        all.addAll(validation);
        all.addAll(test);
        return all;
    }

    /** Whether what is looked at is not all there is to learn from. */
    boolean several() {
        return shown.size() > 1 || train.size() > 1;
    }
}
