package unrolled.cli;

import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one preset and prints every number of it. */
@Command(name = "run", mixinStandardHelpOptions = true,
        description =
                "Run a preset, forward and backward, after the training its checks ask for; print a table of its numbers.")
final class Run implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID|FILE|MODEL",
            description = "A preset that comes with the program, a file, or a trained model.")
    private String preset;

    @Option(names = "--variant", paramLabel = "NAME",
            description = "Of a preset with variants the one whose numbers are printed; the first if none is named.")
    private String variant;

    @Mixin
    private OfWeights weights;

    @Option(names = "--json", description = "Print one JSON object: preset, checks, tensors, metrics.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Opened opened;
        try {
            opened = weights.given() || Models.isModel(preset) ? Opened.model(preset, weights)
                    : Opened.of(preset, Presets.text(preset));
        } catch (IllegalStateException diverged) {
            spec.commandLine().getErr().println(preset + ": " + diverged.getMessage());
            return 1;
        }
        if (variant != null) {
            opened.look(variant);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            RunJson.of(opened).writeTo(out, WriterConfig.MINIMAL);
            out.println();
        } else {
            Table.print(opened, out);
        }
        out.flush();
        return 0;
    }
}
