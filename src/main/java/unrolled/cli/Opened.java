package unrolled.cli;

import java.util.List;
import unrolled.lab.Checks;
import unrolled.lab.Lab;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;

/**
 * A preset that has been opened, run, and trained as far as its claims need.
 *
 * @param id     its id or file
 * @param checks its claims and what became of them
 */
record Opened(String id, Lab lab, List<Checks.Result> checks) {

    /**
     * Opens, trains and judges.
     *
     * @throws BadInput              the text is no preset; the message begins with the file's name and names the place
     * in it
     * @throws IllegalStateException training stopped by itself, since a number was no longer finite
     */
    static Opened of(String id, String text) {
        Lab lab = new Lab(HeapMemory::float32, new JavaKernels());
        try {
            lab.open(text);
            return new Opened(id, lab, Checks.afterTraining(lab));
        } catch (IllegalArgumentException e) {
            throw new BadInput(id + ": " + e.getMessage());
        }
    }

    /** Opens a model, which is as it was trained and claims nothing. @throws BadInput as {@link #of} */
    static Opened model(String file, OfWeights weights) {
        return new Opened(file, Models.open(file, weights), List.of());
    }

    boolean holds() {
        return checks.stream().allMatch(Checks.Result::ok);
    }

    /** Looks into a variant. @throws BadInput there is none of that name */
    void look(String variant) {
        int index = lab.variantNames().indexOf(variant);
        if (index < 0) {
            throw new BadInput(id + ": a variant must be one of " + String.join(", ", lab.variantNames()) + ", got "
                    + variant);
        }
        lab.variant(index);
    }
}
