package unrolled.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tensor here is a view into a larger one, and works on rows 1.. of it: offsets, strides and row ranges matter. */
class KernelsTest {
    private static final double TOLERANCE = 1e-14;
    private static final int FROM = 1;
    private static final int N = 5;
    private static final int OUT = 6;
    private static final int IN = 7;

    private final Kernels k = new JavaKernels();
    private final Memory memory = HeapMemory.float64();
    private final Rng rng = new Rng(11);

    /** Random numbers with others all around them. */
    private Tensor view(int rows, int cols) {
        Tensor around = Tensor.matrix(memory, rows + 2, cols + 3);
        for (int i = 0; i < around.size(); i++) {
            around.set(i, rng.uniform(-1, 1));
        }
        return around.rows(1, rows).columns(2, cols);
    }

    private Tensor rows(int cols) {
        return view(FROM + N + 1, cols);
    }

    /** A copy with a memory of its own. */
    private static Tensor copy(Tensor tensor) {
        Tensor copy = Tensor.matrix(HeapMemory.float64(), tensor.rows, tensor.cols);
        copy.copyFrom(tensor);
        return copy;
    }

    /** Rows of the kinds that are treated apart: dense, one-hot, zero. */
    private Tensor inputs(String kinds) {
        Tensor x = rows(IN);
        for (int r = 0; r < kinds.length(); r++) {
            if (kinds.charAt(r) != 'd') {
                x.row(FROM + r).fill(0);
            }
            if (kinds.charAt(r) == '1') {
                x.set(FROM + r, r, 1);
            }
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddddd", "11111", "d1d0d", "0dddd", "dddd1"})
    void productsOverRowsAreSumsOfProducts(String kinds) {
        Tensor W = view(OUT, IN);
        Tensor x = inputs(kinds);
        Tensor b = view(1, OUT).row(0);
        Tensor y = rows(OUT);
        Tensor before = copy(y);
        k.affine(W, x, b, y, FROM, N);
        Tensor once = copy(y);
        k.timesAdd(W, x, y, FROM, N);
        for (int r = 0; r < y.rows; r++) {
            for (int i = 0; i < OUT; i++) {
                double sum = 0;
                for (int j = 0; j < IN; j++) {
                    sum += W.get(i, j) * x.get(r, j);
                }
                assertEquals(inside(r) ? b.get(i) + sum : before.get(r, i), once.get(r, i), TOLERANCE);
                assertEquals(inside(r) ? b.get(i) + 2 * sum : before.get(r, i), y.get(r, i), TOLERANCE);
            }
        }
    }

    @Test
    void transposedProductsOverRowsAreSumsOfProducts() {
        Tensor W = view(OUT, IN);
        Tensor dy = rows(OUT);
        dy.row(FROM + 1).fill(0);
        Tensor dx = rows(IN);
        Tensor before = copy(dx);
        k.transposed(W, dy, dx, FROM, N);
        Tensor once = copy(dx);
        k.transposedAdd(W, dy, dx, FROM, N);
        for (int r = 0; r < dx.rows; r++) {
            for (int j = 0; j < IN; j++) {
                double sum = 0;
                for (int i = 0; i < OUT; i++) {
                    sum += W.get(i, j) * dy.get(r, i);
                }
                assertEquals(inside(r) ? sum : before.get(r, j), once.get(r, j), TOLERANCE);
                assertEquals(inside(r) ? 2 * sum : before.get(r, j), dx.get(r, j), TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddddd", "11111", "d1d0d", "0dddd", "dddd1"})
    void outerProductsAddUpOverTheRows(String kinds) {
        Tensor dy = rows(OUT);
        Tensor x = inputs(kinds);
        Tensor dW = view(OUT, IN);
        Tensor db = view(1, OUT).row(0);
        Tensor matrix = copy(dW);
        Tensor bias = copy(db);
        k.outerAdd(dy, x, dW, FROM, N);
        k.sumAdd(dy, db, FROM, N);
        for (int i = 0; i < OUT; i++) {
            double sum = bias.get(i);
            for (int r = FROM; r < FROM + N; r++) {
                sum += dy.get(r, i);
            }
            assertEquals(sum, db.get(i), TOLERANCE);
            for (int j = 0; j < IN; j++) {
                double product = matrix.get(i, j);
                for (int r = FROM; r < FROM + N; r++) {
                    product += dy.get(r, i) * x.get(r, j);
                }
                assertEquals(product, dW.get(i, j), TOLERANCE);
            }
        }
    }

    @Test
    void elementWiseOperationsKeepToTheirRows() {
        Tensor a = rows(OUT);
        Tensor v = rows(OUT);
        assertElements(a, v, (x, y) -> k.sigmoid(a, y, FROM, N), (x, u, y) -> 1 / (1 + Math.exp(-x)));
        assertElements(a, v, (x, y) -> k.tanh(a, y, FROM, N), (x, u, y) -> Math.tanh(x));
        assertElements(a, v, (x, y) -> k.relu(a, y, FROM, N), (x, u, y) -> Math.max(0, x));
        assertElements(a, v, (x, y) -> k.copy(a, y, FROM, N), (x, u, y) -> x);
        assertElements(a, v, (x, y) -> k.zero(y, FROM, N), (x, u, y) -> 0);
        assertElements(a, v, (x, y) -> k.product(a, v, y, FROM, N), (x, u, y) -> x * u);
        assertElements(a, v, (x, y) -> k.productAdd(a, v, y, FROM, N), (x, u, y) -> y + x * u);
        assertElements(a, v, (x, y) -> k.sigmoidBackward(a, v, y, FROM, N), (x, u, y) -> u * x * (1 - x));
        assertElements(a, v, (x, y) -> k.tanhBackward(a, v, y, FROM, N), (x, u, y) -> u * (1 - x * x));
        assertElements(a, v, (x, y) -> k.reluBackward(a, v, y, FROM, N), (x, u, y) -> x > 0 ? u : 0);
    }

    private interface Operation {
        void apply(Tensor a, Tensor y);
    }

    private interface Element {
        double of(double a, double v, double before);
    }

    private void assertElements(Tensor a, Tensor v, Operation operation, Element element) {
        Tensor y = rows(OUT);
        Tensor before = copy(y);
        operation.apply(a, y);
        for (int r = 0; r < y.rows; r++) {
            for (int j = 0; j < OUT; j++) {
                double old = before.get(r, j);
                assertEquals(inside(r) ? element.of(a.get(r, j), v.get(r, j), old) : old, y.get(r, j), TOLERANCE);
            }
        }
    }

    @Test
    void reluLetsNaNThrough() {
        Tensor a = rows(OUT);
        a.set(FROM, 0, Double.NaN);
        k.relu(a, a, FROM, N);
        assertEquals(Double.NaN, a.get(FROM, 0));
    }

    @Test
    void softmaxIsSharperAtALowTemperature() {
        Tensor logits = rows(OUT);
        Tensor y = rows(OUT);
        k.softmax(logits, 0.5, y, FROM, N);
        for (int r = FROM; r < FROM + N; r++) {
            double sum = 0;
            for (int j = 0; j < OUT; j++) {
                sum += Math.exp(logits.get(r, j) / 0.5);
            }
            for (int j = 0; j < OUT; j++) {
                assertEquals(Math.exp(logits.get(r, j) / 0.5) / sum, y.get(r, j), TOLERANCE);
            }
        }
    }

    @Test
    void softmaxOfHugeLogitsDoesNotOverflow() {
        Tensor logits = rows(3);
        logits.set(FROM, 0, 1e30);
        logits.set(FROM, 1, 1e30);
        logits.set(FROM, 2, -1e30);
        k.softmax(logits, 1, logits, FROM, 1);
        assertEquals(0.5, logits.get(FROM, 0));
        assertEquals(0.5, logits.get(FROM, 1));
        assertEquals(0, logits.get(FROM, 2));
    }

    private static boolean inside(int r) {
        return r >= FROM && r < FROM + N;
    }
}
