package unrolled.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-1, −1", "0.05, 0.05", "0.63876, 0.6388", "-0.000123456, −0.0001235", "12.345678, 12.35", "99999.6, 100000",
        "1234567, 1234567", "0.9999999, 1", "0.0000001234, 1.234e−7", "1e30, 1e30", "NaN, NaN", "-Infinity, −∞", "1e-310, 1e−310"})
    void fourSignificantDigitsWithARealMinus(double value, String text) {
        assertEquals(text, Digits.of(value));
    }
}
