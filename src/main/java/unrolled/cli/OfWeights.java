package unrolled.cli;

import java.util.Locale;
import picocli.CommandLine.Option;
import unrolled.exchange.ModelFile;

/** How a file of weights is to be read. */
final class OfWeights {
    @Option(names = "--preset", paramLabel = "ID|FILE",
            description = "For a file of weights: the preset whose architecture they fit.")
    private String preset;

    @Option(names = "--layout", paramLabel = "NAMES",
            description = "For a file of weights: how its tensors are named and laid out, pytorch or keras.")
    private String layout;

    /** The preset that was named, or null for the one in the file. */
    String preset() {
        return preset;
    }

    /** Whether anything was said of it. */
    boolean given() {
        return preset != null || layout != null;
    }

    /** @throws BadInput it is none, or Keras names without a preset, of which they tell nothing */
    ModelFile.Layout layout() {
        for (ModelFile.Layout one : ModelFile.Layout.values()) {
            if (layout == null || one.name().toLowerCase(Locale.ROOT).equals(layout)) {
                return one;
            }
        }
        throw new BadInput("--layout must be pytorch or keras, got " + layout);
    }
}
