package unrolled.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line. Without a command it serves the page. */
@Command(name = "unrolled", version = "Unrolled 1", mixinStandardHelpOptions = true,
        subcommands = {Serve.class, Run.class, Check.class, Train.class, Sample.class, Export.class, Compose.class, Bench.class},
        description = "A playground for recurrent networks. Without a command it serves the page.")
public final class Main implements Callable<Integer> {
    @Mixin
    private Port port;

    private Main() { }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code: 0 well, 1 a check failed, 2 bad input. */
    static int run(String... args) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(new Errors())
                .setExecutionExceptionHandler(new Errors())
                .setOut(utf8(System.out))
                .setErr(utf8(System.err))
                .execute(args);
    }

    /** JSON is UTF-8, whatever the terminal's language. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Override
    public Integer call() throws Exception {
        return Serve.serve(port.value());
    }
}
