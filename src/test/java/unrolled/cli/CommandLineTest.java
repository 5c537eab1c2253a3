package unrolled.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final PrintStream standardOut = System.out;
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(standardOut);
        System.setErr(standardError);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "serve --port 65536 | --port must be 0..65535, got 65536",
        "--port -1 | --port must be 0..65535, got -1",
        "serve --port http | Invalid value for option '--port': 'http' is not an int",
        "bench --runs 0 | --runs must be 1..100, got 0",
        "bench --cell cnn | cell must be one of rnn, gru, lstm, got cnn",
        "bench --hidden 0 | model.layers[0].hidden must be 1..512, got 0",
        "swerve | Unmatched argument at index 0: 'swerve'",
        "serve --prt 1 | Unknown options: '--prt', '1'"})
    void badInputIsOneLineAndExitCodeTwo(String line, String message) {
        assertEquals(2, Main.run(line.split(" ")));
        assertEquals(message, errors());
    }

    @Test
    void anUnknownPresetIsToldTheKnownOnes() {
        assertEquals(2, Main.run("run", "no-such-preset"));
        assertTrue(errors().matches("a preset must be a file or one of .*elman-trace, .*, got no-such-preset"), errors());
    }

    @Test
    void aBrokenPresetIsToldWithItsFileAndThePlaceInIt() throws IOException {
        String file = preset("{\"title\": \"t\", \"data\": {\"inputs\": [1]}, \"model\": {\"layers\": [{\"cell\": \"elman\", \"hidden\": 0}]}}");
        assertEquals(2, Main.run("run", file));
        assertEquals(file + ": model.layers[0].hidden must be 1..512, got 0", errors());
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("noise.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(2, Main.run("run", file.toString()));
        assertEquals(file + " must be a text in UTF-8", errors());
    }

    @Test
    void aFolderIsRefused() {
        assertEquals(2, Main.run("run", folder.toString()));
        assertEquals(folder + " cannot be read: it is a folder", errors());
    }

    @Test
    void aRunIsOneJsonObjectWithTheFourParts() {
        assertEquals(0, Main.run("run", "lstm-step", "--json"));
        JsonObject run = Json.parse(out()).asObject();
        assertEquals(List.of("preset", "checks", "tensors", "metrics"), run.names());
        assertEquals("lstm-step", run.getString("preset", ""));
        assertEquals(List.of("name", "expected", "actual", "tolerance", "ok"), run.get("checks").asArray().get(0).asObject().names());
        assertEquals("{\"shape\":[1,2],\"data\":[0.09313458,0.08831938]}", run.get("tensors").asObject().get("h").toString());
    }

    @Test
    void aRunIsATableForPeople() {
        assertEquals(0, Main.run("run", "sum-rnn"));
        assertTrue(out().contains("h [3,1]" + System.lineSeparator() + "        2.000"), out());
    }

    @Test
    void aBenchmarkIsOneRowForEachNet() {
        assertEquals(0, Main.run("bench", "--json", "--cell", "rnn", "--hidden", "2,3", "--batch", "4", "--runs", "1", "--seconds",
                "0.01"));
        JsonObject row = Json.parse(out()).asArray().get(1).asObject();
        assertEquals(List.of("where", "cell", "hidden", "batch", "charsPerSecond", "min", "max"), row.names());
        assertEquals(3, row.getInt("hidden", 0));
        assertTrue(row.getDouble("charsPerSecond", 0) > 0, out());
    }

    @Test
    void checksThatHoldEndWell() {
        assertEquals(0, Main.run("check", "sum-rnn", "lstm-step"));
        assertTrue(out().contains("lstm-step  ok     h: "), out());
    }

    @Test
    void aCheckThatFailsIsExitCodeOne() throws IOException {
        String file = preset("{\"title\": \"t\", \"data\": {\"inputs\": [1]}, \"model\": {\"layers\": [{\"cell\": \"elman\", \"hidden\": 1}]},"
                + "\"checks\": [{\"name\": \"x\", \"expected\": 2}]}");
        assertEquals(1, Main.run("check", file));
        assertTrue(out().contains("FAILED x: expected 2 within 1.0E-4, got 1"), out());
    }

    private String preset(String json) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), json).toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8).strip();
    }
}
