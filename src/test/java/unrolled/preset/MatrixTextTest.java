package unrolled.preset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"[[1, 0.5], [-1, 3]]", "[ [1,1/2],\n  [-1,3] ]", "1 0.5\n-1 3", "1\t1/2\n−1\t3\n", "1, .5; -1, 3", "[1 0.5]\n[-1 3]"})
    void theWaysPeopleWriteAMatrixAllGiveIt(String text) {
        assertArrayEquals(new double[][] {{1, 0.5}, {-1, 3}}, MatrixText.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1 two | row 1, column 2 must be a finite number or a fraction, got `two`",
        "1 2; 3 | row 2 must have 2 numbers as the first, got 1",
        "1/0 | row 1, column 1 must be a finite number or a fraction, got `1/0`",
        "NaN | row 1, column 1 must be a finite number or a fraction, got `NaN`",
        "1e99 | row 1, column 1 must be a finite number or a fraction, got `1e99`",
        "[[]] | a pasted matrix must hold a number, got `[[]]`",
    })
    void whatIsNoMatrixIsRefusedWithThePlace(String text, String message) {
        assertEquals(message.replace('`', '"'), assertThrows(IllegalArgumentException.class, () -> MatrixText.read(text)).getMessage());
    }
}
