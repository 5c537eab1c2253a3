package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.tensor.Tensor;

/**
 * Scripts as text, and run where Python has what they need; another Python than python3: -Dpython=/path/to/python.
 */
class ScriptsTest {
    private static final String PYTHON = System.getProperty("python", "python3");
    private static final Path GOLDEN = Path.of("src/test/resources/exchange");
    private static final Pattern DIFFERENCE = Pattern.compile("largest difference (\\S+)");
    private static final Pattern LOSS = Pattern.compile("update \\d+: loss (\\S+)  there (\\S+)");
    private static boolean numpy;
    private static boolean torch;
    @TempDir
    private Path folder;

    @BeforeAll
    static void look() throws IOException, InterruptedException {
        numpy = has("numpy");
        torch = has("torch");
    }

    /** What was written when both scripts were run and agreed; `export scalar-bptt` writes them anew. */
    @Test
    void theTextsAreAsTheyWereWhenTheyRan() throws IOException {
        Lab lab = Labs.float32(Labs.preset("scalar-bptt"));
        assertEquals(Files.readString(GOLDEN.resolve("scalar-bptt.numpy.py")), NumpyScript.write(lab));
        assertEquals(Files.readString(GOLDEN.resolve("scalar-bptt.pytorch.py")), PytorchScript.write(lab));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello-charlm", "initial-state", "lstm-sequence-map", "melody-one-to-many", "sequence-regression",
        "word-lm", "aggregation", "gru-sentiment", "ner-mlp-baseline", "truncated-bptt", "window-lm", "conv1d-vs-rnn"})
    void aPresetComputesInNumpyAsHere(String id) throws Exception {
        assumeTrue(numpy, "there is no numpy");
        assertAgrees(NumpyScript.write(Labs.float32(Labs.preset(id))), 0);
    }

    private static final String[] KINDS = {
        "{'cell': 'gru', 'hidden': 3, 'reset': 'before', 'direction': 'both'} | sigmoid | every",
        "{'cell': 'gru', 'hidden': 3}, {'cell': 'gru', 'hidden': 3} | tanh | last",
        "{'cell': 'lstm', 'hidden': 3, 'direction': 'both'}, {'cell': 'lstm', 'hidden': 2} | linear | mean",
        "{'cell': 'elman', 'hidden': 3, 'activation': 'sigmoid', 'direction': 'both'} | sigmoid | max",
        "{'cell': 'elman', 'hidden': 3, 'activation': 'relu'}, {'cell': 'elman', 'hidden': 3, 'activation': 'relu'} | sigmoid | attention",
        "{'cell': 'window', 'before': 1, 'after': 2}, {'cell': 'dense', 'hidden': 3, 'activation': 'relu'} | sigmoid | every",
        "{'cell': 'conv', 'width': 2, 'hidden': 3, 'flip': true} | sigmoid | last",
        "{'cell': 'conv', 'width': 3, 'hidden': 3, 'pad': true}, {'cell': 'elman', 'hidden': 2} | linear | every"};

    private static String[] kinds() {
        return KINDS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyKindOfLayerLearnsInPythonAsHere(String kind) throws Exception {
        assumeTrue(numpy, "there is no numpy");
        Lab lab = kind(kind);
        assertAgrees(NumpyScript.write(lab), 3);
        if (torch) {
            assertAgrees(PytorchScript.write(lab), 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"sgd, 0.9, true", "sgd, 0.5, false", "rmsprop, 0, false", "adam, 0, false", "adamw, 0, false"})
    void everyOptimizerLearnsInPythonAsHere(String rule, double momentum, boolean nesterov) throws Exception {
        assumeTrue(numpy, "there is no numpy");
        String training = ", \"training\": {\"optimizer\": \"" + rule + "\", \"learningRate\": 0.05, \"weightDecay\": 0.1, \"clipNorm\": 0.5, "
                + (rule.equals("sgd") ? "\"momentum\": " + momentum + ", \"nesterov\": " + nesterov + ", " : "")
                + "\"schedule\": {\"kind\": \"cosine\", \"updates\": 5, \"factor\": 0.1, \"warmup\": 2}}}";
        Lab lab = Labs.float32(Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 3}]", "linear", "every").replaceFirst("\\}$",
                Matcher.quoteReplacement(training)));
        assertAgrees(NumpyScript.write(lab), 3);
        if (torch) {
            assertAgrees(PytorchScript.write(lab), 3);
        }
    }

    @Test
    void givenStatesAndOddSymbolsAreWrittenToo() throws Exception {
        assumeTrue(numpy, "there is no numpy");
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"lstm\", \"hidden\": 2}]").replace("hello", "a\\\"\\\\\\n\\tb").replaceFirst("\\}$",
                ", \"state\": {\"h0\": [0.4, -0.7], \"c0\": [1, 2]}}"));
        assertAgrees(NumpyScript.write(lab), 3);
        if (torch) {
            assertAgrees(PytorchScript.write(lab), 3);
        }
    }

    @Test
    void whatCannotBeWrittenSaysWhy() {
        Map<String, String> reasons = Map.of(
                "jordan-trace", "a Jordan layer cannot be written as a script: it is not written yet",
                "reverse-seq2seq", "an encoder and decoder cannot be written as a script: it is not written yet",
                "lstm-gates-by-hand", "a value that is held by hand cannot be written as a script: let go of it first");
        reasons.forEach((id, reason) -> {
            Lab lab = Labs.float32(Labs.preset(id));
            assertEquals(reason, assertThrows(IllegalArgumentException.class, () -> NumpyScript.write(lab)).getMessage());
            assertEquals(reason, assertThrows(IllegalArgumentException.class, () -> PytorchScript.write(lab)).getMessage());
        });
    }

    private static Lab kind(String kind) {
        String[] parts = kind.split(" \\| ");
        Lab lab = Labs.float32(Labs.numbers("[" + parts[0].replace('\'', '"') + "]", parts[1], parts[2]));
        for (String bias : List.of("b", "bhn", "l1.bhn", "l2.b", "rev.b")) {
            Tensor tensor = lab.trace().entry(bias) == null ? null : lab.trace().tensor(bias);
            for (int i = 0; tensor != null && i < tensor.size(); i++) {
                tensor.set(i, 0.1 * (i + 1));
            }
        }
        lab.look();
        return lab;
    }

    private void assertAgrees(String script, int losses) throws Exception {
        String printed = run(Files.writeString(folder.resolve("script.py"), script).toString(), "6");
        Matcher difference = DIFFERENCE.matcher(printed);
        assertTrue(difference.find(), printed);
        assertEquals(0, Double.parseDouble(difference.group(1)), 1e-5, printed);
        Matcher loss = LOSS.matcher(printed);
        int found = 0;
        while (loss.find()) {
            found++;
            double there = Double.parseDouble(loss.group(2));
            assertEquals(there, Double.parseDouble(loss.group(1)), 1e-4 * Math.max(1, there), printed);
        }
        assertTrue(found >= losses, printed);
    }

    private static boolean has(String module) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import " + module).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;                                       // there is no Python
        }
    }

    private static String run(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(PYTHON, arguments[0], arguments[1]).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), printed);
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }
}
