package unrolled.cli;

import com.eclipsesource.json.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unrolled.exchange.ModelFile;
import unrolled.lab.Lab;
import unrolled.lab.Stopped;

/** Trains and writes the model, and on the way what training could go on from. */
@Command(name = "train", mixinStandardHelpOptions = true,
        description = {"Train a preset, or go on training a model, and write the model.",
            "Every half minute it is written, so that whoever is stopped can go on from there: train MODEL …"})
final class Train implements Callable<Integer> {
    private static final int MOST_UPDATES = 10_000_000;
    private static final long CHECKPOINT_NANOS = 30_000_000_000L;
    private static final long SLICE_NANOS = 100_000_000L;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID|FILE|MODEL", description = "A preset, or a model to go on with.")
    private String model;

    @Option(names = "--updates", paramLabel = "N", required = true, description = "How many updates more.")
    private int updates;

    @Option(names = "--text", paramLabel = "FILE", description = "Learn this text (UTF-8), not the preset's.")
    private String text;

    @Option(names = "--seed", paramLabel = "S", description = "Start from other random weights.")
    private Integer seed;

    @Option(names = "--until", paramLabel = "METRIC=X",
            description = "End earlier, once the loss is at most X (loss=0.5) or the accuracy at least (accuracy=0.9);"
                    + " looked at after every epoch.")
    private String until;

    @Option(names = "--out", paramLabel = "MODEL", required = true, description = "The model's file (safetensors).")
    private String out;

    @Mixin
    private OfWeights weights;

    @Override
    public Integer call() {
        if (updates < 1 || updates > MOST_UPDATES) {
            throw new BadInput("--updates must be 1.." + MOST_UPDATES + ", got " + updates);
        }
        if (seed != null && seed < 0) {
            throw new BadInput("--seed must be 0.." + Integer.MAX_VALUE + ", got " + seed);
        }
        if (seed != null && Models.isModel(model)) {
            throw new BadInput("--seed starts from other weights, which a model cannot go on with: give a preset");
        }
        Output output = new Output(out);
        Lab lab = Models.openAlone(model, weights);
        try {
            prepare(lab);
        } catch (IllegalArgumentException e) {
            throw new BadInput(model + ": " + e.getMessage());
        }
        if (!lab.trains()) {
            throw new BadInput(model + ": " + lab.preset().obstacle(lab.preset().data().examples().get(0)));
        }
        return train(lab, output);
    }

    private void prepare(Lab lab) {
        if (text != null) {
            lab.change(Texts.replace(lab, text, Models.isModel(model)).toString());
        }
        if (until != null) {
            JsonObject document = lab.document();
            document.get("training").asObject().set("stop", goal());
            lab.change(document.toString());
        }
        if (seed != null) {
            lab.seed(seed);
        }
    }

    private JsonObject goal() {
        String[] parts = until.split("=", -1);
        try {
            if (parts.length == 2 && (parts[0].equals("loss") || parts[0].equals("accuracy"))) {
                return new JsonObject().add("metric", parts[0])
                        .add(parts[0].equals("loss") ? "atMost" : "atLeast", Double.parseDouble(parts[1]))
                        .add("patience", 0);
            }
        } catch (IllegalArgumentException e) {
            // not a number, or none that JSON has
        }
        throw new BadInput("--until must be loss=X or accuracy=X with a number X, got " + until);
    }

    private int train(Lab lab, Output output) {
        PrintWriter err = spec.commandLine().getErr();
        int code = 0;
        try (Progress progress = Progress.of(updates, err)) {
            steps(lab, output, progress);
        } catch (Stopped e) {
            err.println(e.getMessage());
        } catch (IllegalStateException e) {
            err.println(model + ": " + e.getMessage());
            code = 1;
        }
        output.write(ModelFile.checkpoint(lab));
        spec.commandLine().getOut().println(output + ": " + lab.updates() + " updates, loss " + loss(lab));
        return code;
    }

    private void steps(Lab lab, Output output, Progress progress) {
        long written = System.nanoTime();
        int done = 0;
        int slice = 1;
        while (done < updates) {
            long began = System.nanoTime();
            int n = Math.min(slice, updates - done);
            lab.train(n);
            done += n;
            long took = System.nanoTime() - began;
            slice = took < SLICE_NANOS ? Math.min(2 * slice, 1 << 16) : Math.max(1, slice / 2);
            progress.at(done, loss(lab));
            if (System.nanoTime() - written > CHECKPOINT_NANOS) {
                output.write(ModelFile.checkpoint(lab));
                progress.written();
                written = System.nanoTime();
            }
        }
    }

    /** Of the last update. */
    private static String loss(Lab lab) {
        return String.format(Locale.ROOT, "%.4f", lab.lastLoss());
    }
}
