package unrolled.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import unrolled.lab.Benchmark;
import unrolled.lab.Lab;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;

/** Measures how many characters a second are trained. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        description = "Measure how many characters a second a character model of 65 symbols and 32 steps trains, with"
                + " Adam, on the JVM or in a browser: the median of several runs after a warm-up.")
final class Bench implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print a JSON array of rows: where, cell, hidden, batch, charsPerSecond,"
            + " min, max.")
    private boolean json;

    @Option(names = "--cell", split = ",", paramLabel = "CELL", description = "rnn, gru, lstm; all of them if not given.")
    private List<String> cells = Benchmark.CELLS;

    @Option(names = "--hidden", split = ",", paramLabel = "H", description = "Units: ${DEFAULT-VALUE}.")
    private List<Integer> hidden = List.of(16, 64, 128, 256);

    @Option(names = "--batch", split = ",", paramLabel = "B", description = "Sequences an update: ${DEFAULT-VALUE}.")
    private List<Integer> batches = List.of(1, 16);

    @Option(names = "--runs", description = "Runs of which the median counts: ${DEFAULT-VALUE}.")
    private int runs = 5;

    @Option(names = "--seconds", description = "Seconds of a run: ${DEFAULT-VALUE}.")
    private double seconds = 2;

    @Option(names = "--browser", arity = "0..1", fallbackValue = "", paramLabel = "COMMAND",
            description = "Measure in a browser instead, in the page's worker: in the one of this desktop, or in the one"
                    + " that COMMAND starts, as in --browser=\"chromium --headless\".")
    private String browser;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(runs >= 1 && runs <= 100, "--runs must be 1..100, got " + runs);
        require(seconds > 0 && seconds <= 60, "--seconds must be above 0 and at most 60, got " + seconds);
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(BenchRow.HEAD);
            out.flush();
        }
        JsonArray rows = new JsonArray();
        Consumer<BenchRow> tell = row -> {
            rows.add(row.json());
            if (!json) {
                out.println(row.line());
                out.flush();
            }
        };
        if (browser == null) {
            onThisMachine(tell);
        } else {
            BenchBrowser.rows(browser, settings(), spec.commandLine().getErr()).forEach(tell);
        }
        if (json) {
            rows.writeTo(out, WriterConfig.MINIMAL);
            out.println();
        }
        out.flush();
        return 0;
    }

    private void onThisMachine(Consumer<BenchRow> tell) {
        for (String cell : cells) {
            for (int units : hidden) {
                for (int batch : batches) {
                    tell.accept(measure(cell, units, batch));
                }
            }
        }
    }

    private String settings() {
        return "cell=" + String.join(",", cells) + "&hidden=" + listed(hidden) + "&batch=" + listed(batches)
                + "&runs=" + runs + "&seconds=" + seconds;
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private BenchRow measure(String cell, int units, int batch) {
        Lab lab = new Lab(HeapMemory::float32, new JavaKernels());
        try {
            lab.open(Benchmark.preset(cell, units, batch, Benchmark.STEPS));
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
        int characters = batch * Benchmark.STEPS;
        run(lab, characters);                                               // warm-up: compiled code is what counts
        double[] speeds = new double[runs];
        for (int i = 0; i < runs; i++) {
            speeds[i] = run(lab, characters);
        }
        return BenchRow.of("jvm", cell, units, batch, speeds);
    }

    private double run(Lab lab, int characters) {
        long start = System.nanoTime();
        long updates = 0;
        double spent = 0;
        while (spent < seconds) {
            lab.train(1);
            updates++;
            spent = (System.nanoTime() - start) / NANOS;
        }
        return updates * characters / spent;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new BadInput(message);
        }
    }
}
