package unrolled.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(standardError);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "serve --port 65536 | --port must be 0..65535, got 65536",
        "--port -1 | --port must be 0..65535, got -1",
        "serve --port http | Invalid value for option '--port': 'http' is not an int",
        "swerve | Unmatched argument at index 0: 'swerve'"})
    void badInputIsOneLineAndExitCodeTwo(String line, String message) {
        assertEquals(2, Main.run(line.split(" ")));
        assertEquals(message, errors.toString(StandardCharsets.UTF_8).strip());
    }
}
