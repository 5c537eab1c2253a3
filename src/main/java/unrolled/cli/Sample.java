package unrolled.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unrolled.lab.Lab;

/** Lets a model write. */
@Command(name = "sample", mixinStandardHelpOptions = true, description = "Let a model write on from a prime.")
final class Sample implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A trained model, or a preset.")
    private String model;

    @Option(names = "--prime", paramLabel = "TEXT", description = "What it reads first (default: as its preset says).")
    private String prime;

    @Option(names = "--length", paramLabel = "N", defaultValue = "200",
            description = "How many symbols it writes (default: ${DEFAULT-VALUE}).")
    private int length;

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "1",
            description = "Low is careful, high is wild; at 0 the likeliest symbol is taken (default: ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Another number draws another text (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private OfWeights weights;

    @Override
    public Integer call() {
        if (length < 1 || length > MOST) {
            throw new BadInput("--length must be 1.." + MOST + ", got " + length);
        }
        if (!(temperature == 0 || temperature >= 0.01 && temperature <= 100)) {
            throw new BadInput("--temperature must be 0 or 0.01..100, got " + temperature);
        }
        Lab lab = Models.open(model, weights);
        try {
            String first = prime == null ? lab.preset().decoding().prime() : prime;
            spec.commandLine().getOut().println(lab.preset().data().unit().join(List.of(first,
                    lab.write(first, length, temperature, seed))));
        } catch (IllegalArgumentException e) {
            throw new BadInput(model + ": " + e.getMessage());
        }
        return 0;
    }
}
