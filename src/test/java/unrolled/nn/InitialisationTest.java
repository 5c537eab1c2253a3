package unrolled.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

class InitialisationTest {
    private static final double TOLERANCE = 1e-12;
    private final Memory memory = HeapMemory.float64();

    private Tensor matrix(int rows, int cols) {
        return Tensor.matrix(memory, rows, cols);
    }

    /** Σ over j of a(r, j) a(s, j). */
    private static double rows(Tensor a, int r, int s) {
        double sum = 0;
        for (int j = 0; j < a.cols; j++) {
            sum += a.get(r, j) * a.get(s, j);
        }
        return sum;
    }

    private static double columns(Tensor a, int c, int d) {
        double sum = 0;
        for (int i = 0; i < a.rows; i++) {
            sum += a.get(i, c) * a.get(i, d);
        }
        return sum;
    }

    @ParameterizedTest(name = "H {0}, gain {1}")
    @CsvSource({"1, 1", "2, 1.5", "5, 0.9", "64, 1"})
    void everyGateStartsOrthogonal(int H, double gain) {
        Tensor Wh = matrix(4 * H, H);
        Initialisation.orthogonal(Wh, H, gain, new Rng(3));
        for (int gate = 0; gate < 4; gate++) {
            Tensor block = Wh.rows(gate * H, H);
            for (int i = 0; i < H; i++) {
                for (int j = 0; j < H; j++) {
                    double expected = i == j ? gain * gain : 0;
                    assertEquals(expected, columns(block, i, j), TOLERANCE, "QᵀQ of gate " + gate);
                    assertEquals(expected, rows(block, i, j), TOLERANCE, "QQᵀ of gate " + gate);
                }
            }
        }
        assertNotEquals(H == 1 ? 0 : Wh.get(0, 0), Wh.get(H, 0));
    }

    @Test
    void aWideMatrixHasOrthogonalRowsAndATallOneOrthogonalColumns() {
        Tensor wide = matrix(2 * 3, 5);
        Tensor tall = matrix(2 * 5, 3);
        Initialisation.orthogonal(wide, 3, 2, new Rng(4));
        Initialisation.orthogonal(tall, 5, 2, new Rng(4));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(i == j ? 4 : 0, rows(wide.rows(3, 3), i, j), TOLERANCE);
                assertEquals(i == j ? 4 : 0, columns(tall.rows(5, 5), i, j), TOLERANCE);
            }
        }
    }

    /** Of a random rotation or reflection of a plane the first number is cos of any angle: means 0, ½ and ⅜. */
    @Test
    void everyDirectionIsAsLikely() {
        Rng rng = new Rng(5);
        Tensor Q = matrix(2, 2);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        int rotations = 0;
        for (int i = 0; i < 20_000; i++) {
            Initialisation.orthogonal(Q, 2, 1, rng);
            sum += Q.get(0, 0);
            squares += Q.get(0, 0) * Q.get(0, 0);
            fourths += Q.get(0, 0) * Q.get(0, 0) * Q.get(0, 0) * Q.get(0, 0);
            assertEquals(0, columns(Q, 0, 1), 1e-15, "also of numbers drawn almost in line");
            rotations += Q.get(0, 0) * Q.get(1, 1) - Q.get(0, 1) * Q.get(1, 0) > 0 ? 1 : 0;
        }
        assertEquals(0, sum / 20_000, 0.02);
        assertEquals(0.5, squares / 20_000, 0.01);
        assertEquals(0.375, fourths / 20_000, 0.008);
        assertEquals(0.5, rotations / 20_000.0, 0.02);
    }

    /** √(6 / (20 + 30)) is 0.34641. */
    @Test
    void xavierFillsItsRangeAndNoMore() {
        Tensor Wx = matrix(4 * 30, 20);
        Initialisation.xavier(Wx, 30, 2, new Rng(6));
        double largest = 0;
        double smallest = 0;
        for (int i = 0; i < Wx.size(); i++) {
            largest = Math.max(largest, Wx.get(i));
            smallest = Math.min(smallest, Wx.get(i));
        }
        assertTrue(largest > 0.692 && largest <= 0.692821, "largest " + largest);
        assertTrue(smallest < -0.692 && smallest >= -0.692821, "smallest " + smallest);
    }

    @Test
    void theIdentityStandsInEveryBlock() {
        Tensor Wh = matrix(6, 3);
        Wh.fill(7);
        Initialisation.identity(Wh, 3, 0.5);
        for (int r = 0; r < 6; r++) {
            for (int c = 0; c < 3; c++) {
                assertEquals(r == c || r == c + 3 ? 0.5 : 0, Wh.get(r, c));
            }
        }
    }

    @Test
    void anIdentityThatIsNotSquareIsCutOrFilledUp() {
        Tensor wide = matrix(2, 3);
        Initialisation.identity(wide, 2, 1);
        assertEquals("1.0 0.0 0.0 0.0 1.0 0.0", numbers(wide));
        Tensor tall = matrix(3, 2);
        Initialisation.identity(tall, 3, 1);
        assertEquals("1.0 0.0 0.0 1.0 0.0 0.0", numbers(tall));
    }

    @Test
    void oneSeedGivesOneStart() {
        assertSeeded(value -> Initialisation.orthogonal(value, 3, 1, new Rng(8)),
                value -> Initialisation.orthogonal(value, 3, 1, new Rng(9)));
        assertSeeded(value -> Initialisation.xavier(value, 3, 1, new Rng(8)),
                value -> Initialisation.xavier(value, 3, 1, new Rng(9)));
    }

    private void assertSeeded(Consumer<Tensor> start, Consumer<Tensor> other) {
        Tensor first = matrix(6, 3);
        Tensor second = matrix(6, 3);
        start.accept(first);
        start.accept(second);
        assertEquals(numbers(first), numbers(second));
        other.accept(second);
        assertNotEquals(numbers(first), numbers(second));
    }

    private static String numbers(Tensor tensor) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < tensor.size(); i++) {
            all.append(i == 0 ? "" : " ").append(tensor.get(i));
        }
        return all.toString();
    }
}
