package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.preset.Check.On;
import unrolled.preset.Preset;

/**
 * The examples of an experiment by what they are for.
 *
 * @param shown     those of training, validation and test, in this order, as they can be looked at: what is too long,
 *                  in pieces
 * @param places    where each that is shown stands in the preset: in its list and then its test, counted on; −1 where
 *                  it is but a piece
 * @param learnt    how many of those shown are learned from; they come first
 * @param validated how many of those shown are held back, after them
 */
record Split(List<Example> train, List<Example> validation, List<Example> test, List<Example> shown,
             List<Integer> places, int learnt, int validated) {
    private static final int MOST_SHOWN = 256;
    private static final int LEAST_PIECE = 24;

    static Split of(Preset preset) {
        double share = preset.training().validation();
        List<Example> train = new ArrayList<>();
        List<Example> validation = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        List<Example> examples = preset.data().examples();
        for (int i = 0; i < examples.size(); i++) {
            // evenly spread, so that sorted examples are held back of every kind
            boolean holds = (int) ((i + 1) * share + 1e-9) > (int) (i * share + 1e-9);
            (holds ? validation : train).add(examples.get(i));
            (holds ? held : places).add(i);
        }
        List<Example> test = preset.data().test();
        places.addAll(held);
        for (int i = 0; i < test.size(); i++) {
            places.add(examples.size() + i);
        }
        int truncate = preset.training().method().truncate();
        List<Example> shown = new ArrayList<>();
        List<Integer> shownPlaces = new ArrayList<>();
        int[] ends = new int[3];
        int seen = 0;
        int part = 0;
        for (List<Example> examplesOf : List.of(train, validation, test)) {
            for (Example example : examplesOf) {
                int before = shown.size();
                show(example, truncate, shown);
                boolean whole = shown.size() == before + 1;
                while (shownPlaces.size() < shown.size()) {
                    shownPlaces.add(whole ? places.get(seen) : -1);
                }
                seen++;
            }
            ends[part++] = shown.size();
        }
        return new Split(train, validation, test, shown, shownPlaces, ends[0], ends[1] - ends[0]);
    }

    /** Whether an example, or a text it is a piece of, is trained on. */
    boolean learnsFrom(Example example) {
        return shown.subList(0, learnt).contains(example) || train.contains(example);
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
