package unrolled.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eclipsesource.json.Json;
import org.junit.jupiter.api.Test;

class BenchRowTest {
    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertEquals(3, BenchRow.of("jvm", "gru", 16, 1, new double[] {9, 3, 1}).charsPerSecond());
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        BenchRow row = BenchRow.of("jvm", "gru", 16, 1, new double[] {8, 1, 4, 2});
        assertEquals(3, row.charsPerSecond());
        assertEquals(1, row.min());
        assertEquals(8, row.max());
    }

    @Test
    void aRowIsReadAsItIsWritten() {
        BenchRow row = new BenchRow("browser", "lstm", 64, 16, 1000, 900, 1100);
        assertEquals(row, BenchRow.of(Json.parse(row.json().toString())));
    }
}
