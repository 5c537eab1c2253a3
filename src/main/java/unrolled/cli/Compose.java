package unrolled.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a text to learn from. */
@Command(name = "compose", mixinStandardHelpOptions = true,
        description = "Write a text with quotes, brackets, blocks, counts and agreement in it, for `train --text`.")
final class Compose implements Callable<Integer> {
    private static final int MOST = 100_000_000;

    @Option(names = "--length", paramLabel = "N", defaultValue = "1000000",
            description = "At least so many letters (default: ${DEFAULT-VALUE}).")
    private int length;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Another number writes another text (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private String out;

    @Override
    public Integer call() {
        if (length < 1 || length > MOST) {
            throw new BadInput("--length must be 1.." + MOST + ", got " + length);
        }
        new Output(out).write(Tale.of(length, seed).getBytes(StandardCharsets.US_ASCII));
        return 0;
    }
}
