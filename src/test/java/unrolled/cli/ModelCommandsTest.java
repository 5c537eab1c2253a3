package unrolled.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that train, write and read models. */
class ModelCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void aTrainedModelWritesWhatItLearned() throws IOException {
        Terminal training = run("train hello-charlm --updates 200 --out model");
        assertEquals(0, training.code(), training.errors());
        assertTrue(training.out().startsWith(folder.resolve("model") + ": 200 updates, loss 0.00"), training.out());
        assertTrue(training.errors().contains("200 of 200 updates, loss 0.00"), training.errors());
        assertEquals("hello", run("sample model --length 4 --temperature 0").out());
        assertEquals("hello", run("sample model --prime he --length 3 --temperature 0.1").out());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("model"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void trainingInTwoPartsIsTrainingInOne() throws IOException {
        run("train hello-charlm --updates 30 --out whole");
        run("train hello-charlm --updates 10 --out part");
        assertEquals(0, run("train part --updates 20 --out part").code());
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole")), Files.readAllBytes(folder.resolve("part")));
    }

    @Test
    void trainingEndsWhenTheGoalIsReached() {
        Terminal training = run("train hello-charlm --updates 500 --until loss=0.1 --out model");
        assertEquals(0, training.code());
        assertTrue(training.errors().matches("(?s).*training stopped after \\d+ epochs: the loss is 0\\.0\\d+, as asked"), training.errors());
        assertTrue(training.out().matches(".*: [2-5]\\d updates, .*"), training.out());
    }

    @Test
    void aTextOfOnesOwnIsLearned() throws IOException {
        Files.writeString(folder.resolve("text"), "ab".repeat(400));
        assertEquals(0, run("train hello-charlm --updates 60 --text text --out model").code());
        assertEquals("ababababa", run("sample model --prime a --length 8 --temperature 0").out());
    }

    @Test
    void anotherSeedIsAnotherModel() throws IOException {
        run("train hello-charlm --updates 1 --out one");
        run("train hello-charlm --updates 1 --seed 99 --out other");
        assertNotEquals(-1, Arrays.mismatch(Files.readAllBytes(folder.resolve("one")), Files.readAllBytes(folder.resolve("other"))));
    }

    @Test
    void aModelRunsAndIsExportedAsItIs() throws IOException {
        run("train hello-charlm --updates 5 --out model");
        Terminal run = run("run model --json");
        assertTrue(run.out().contains("\"updates\":5,"), run.errors());
        assertEquals(0, run("export model --to csv --tensor by --out by.csv").code());
        assertTrue(Files.readString(folder.resolve("by.csv")).startsWith("row,1,2,3,4\r\n1,"));
    }

    @Test
    void weightsWithoutAPresetAreOpenedOnOne() throws IOException {
        run("export hello-charlm --to safetensors --out model");
        assertEquals(0, run("export model --preset hello-charlm --to csv --tensor by --out by.csv").code());
        assertEquals(folder.resolve("model") + ": rnn.weight_ih_l0 must have the shape [4, 4], got [64, 4]",
                run("export model --preset hello-figure --to csv --tensor by --out by.csv").errors());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "train hello-charlm --updates 0 --out model | --updates must be 1..10000000, got 0",
        "train hello-charlm --updates 1 --until x=1 --out model | --until must be loss=X or accuracy=X with a number X, got x=1",
        "train hello-charlm --updates 1 --until loss=NaN --out model | --until must be loss=X or accuracy=X with a number X, got loss=NaN",
        "train hello-charlm --updates 1 --seed -1 --out model | --seed must be 0..2147483647, got -1",
        "train hello-charlm --updates 1 --text none --out model | --text must be a file, got {}/none",
        "train hello-charlm --updates 1 --text empty --out model | --text must have 2..512000 symbols for this preset, got 0",
        "train sum-rnn --updates 1 --out model | sum-rnn: this net has no targets to learn from: training needs an output and its targets",
        "train sequence-regression --updates 1 --text empty --out model | --text is for a preset that learns to write texts, got \"Reading a formula out of numbers\"",
        "train hello-charlm --updates 1 --out none/model | --out must be in a folder that is there, got {}/none/model",
        "sample hello-charlm --length 0 | --length must be 1..1000000, got 0",
        "sample hello-charlm --temperature -1 | --temperature must be 0 or 0.01..100, got -1.0",
        "sample hello-charlm --prime x | hello-charlm: the vocabulary has neither \"x\" nor a symbol for what is unknown",
        "sample sum-rnn | sum-rnn: this net does not write texts",
        "export hello-charlm --to pdf --out file | --to must be one of safetensors, onnx, pytorch, numpy, latex, markdown, csv, got pdf",
        "export hello-charlm --to latex --tensor h --out file | --tensor is for --to csv, got --to latex",
        "export hello-charlm --preset hello-charlm --to csv --out file | --preset and --layout are for a file of weights, got hello-charlm",
        "run noise.safetensors | {}/noise.safetensors: a safetensors file must begin with the 8 bytes of its header's length, got 0 bytes in all"})
    void badInputIsOneLineAndExitCodeTwo(String line, String message) throws IOException {
        Files.writeString(folder.resolve("empty"), "");
        Files.writeString(folder.resolve("noise.safetensors"), "");
        Terminal refused = run(line);
        assertEquals(message.replace("{}", folder.toString()), refused.errors());
        assertEquals(2, refused.code());
    }

    /** A command whose files are in the folder: what stands behind --out and --text, and a model's name. */
    private Terminal run(String line) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) {
            boolean file = words[i - 1].equals("--out") || words[i - 1].equals("--text")
                    || i == 1 && Files.exists(folder.resolve(words[1]));
            words[i] = file ? folder.resolve(words[i]).toString() : words[i];
        }
        return Terminal.run(words);
    }
}
