package unrolled.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumbersTest {
    private static final double DOUBLE_TOLERANCE = 1e-15;
    private static final int FLOAT_ULPS = 2;
    private static final int STRIDE = 997;                                  // prime: every exponent, ever other fractions

    private enum Function {
        EXP(Numbers::exp, StrictMath::exp),
        TANH(Numbers::tanh, StrictMath::tanh),
        SIGMOID(Numbers::sigmoid, x -> x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x))),
        LOG(Numbers::log, StrictMath::log),
        SQRT(Numbers::sqrt, StrictMath::sqrt);

        final DoubleUnaryOperator ours;
        final DoubleUnaryOperator reference;

        Function(DoubleUnaryOperator ours, DoubleUnaryOperator reference) {
            this.ours = ours;
            this.reference = reference;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyExponentOfFloatAgreesWithStrictMath(Function function) {
        double worst = 0;
        double worstUlps = 0;
        for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
            double x = Float.intBitsToFloat((int) bits);
            double expected = function.reference.applyAsDouble(x);
            double actual = function.ours.applyAsDouble(x);
            assertEquals(Double.isNaN(expected), Double.isNaN(actual), () -> function + "(" + x + ")");
            if (!Double.isNaN(expected)) {
                worst = Math.max(worst, relativeError(expected, actual));
                worstUlps = Math.max(worstUlps, floatUlps(expected, actual));
            }
        }
        assertTrue(worst <= DOUBLE_TOLERANCE, "relative error " + worst);
        assertTrue(worstUlps <= FLOAT_ULPS, "ulps in float " + worstUlps);
    }

    @ParameterizedTest
    @EnumSource
    void theWorkingRangeOfDoubleAgreesWithStrictMath(Function function) {
        Rng rng = new Rng(1);
        for (int i = 0; i < 300_000; i++) {
            double x = rng.uniform(-1, 1) * (i % 3 == 0 ? 1 : i % 3 == 1 ? 40 : 700);
            double expected = function.reference.applyAsDouble(x);
            double actual = function.ours.applyAsDouble(x);
            assertTrue(Double.isNaN(expected) || relativeError(expected, actual) <= DOUBLE_TOLERANCE,
                    () -> function + "(" + x + ") is " + actual + ", expected " + expected);
        }
    }

    /** The exact values to 17 digits, from mpmath at 200 bits, where a careless formula cancels, overflows or underflows. */
    @ParameterizedTest(name = "{0}({1})")
    @CsvSource({
        "EXP, -745.1, 5e-324", "EXP, -708.4, 2.217119081664265e-308", "EXP, -87.336548, 1.1754905311220375e-38",
        "EXP, -103.97, 7.021060519111275e-46", "EXP, 88.722839, 3.4028232892058568e+38",
        "EXP, 709.78, 1.7928227943945155e+308", "EXP, -0.34657359027997264, 0.7071067811865476",
        "EXP, 0.34657359027997270, 1.4142135623730951", "EXP, 1e-17, 1.0", "EXP, -1e-9, 0.999999999",
        "EXP, 0.6931471805599453, 2.0", "EXP, 1e-320, 1.0",
        "TANH, 1e-300, 1e-300", "TANH, 1e-8, 1e-08", "TANH, -1e-4, -9.999999966666667e-05",
        "TANH, 0.01, 0.00999966667999946", "TANH, 0.5499999999999999, 0.5005202111902352",
        "TANH, 0.55, 0.5005202111902353", "TANH, -0.5500000000000002, -0.5005202111902354",
        "TANH, 0.6251, 0.5546689604240068", "TANH, 9.010913, 0.9999999701976574", "TANH, 19.06, 0.9999999999999999",
        "TANH, 22, 1.0",
        "SIGMOID, -745, 5e-324", "SIGMOID, -709.5, 7.38014831401258e-309", "SIGMOID, -103.97, 7.021060519111275e-46",
        "SIGMOID, -88.8, 2.720507997802789e-39", "SIGMOID, -16.635532, 5.960466109717254e-08",
        "SIGMOID, 1e-9, 0.50000000025", "SIGMOID, -1e-9, 0.49999999975", "SIGMOID, 16.635532, 0.9999999403953389",
        "SIGMOID, 36.7, 0.9999999999999999", "SIGMOID, 0.5, 0.6224593312018546",
        "LOG, 4.9E-324, -744.4400719213812", "LOG, 2.2250738585072014E-308, -708.3964185322641",
        "LOG, 1.4E-45, -103.27985694811085", "LOG, 0.9999999999999999, -1.1102230246251565e-16",
        "LOG, 1.0000000000000002, 2.2204460492503128e-16", "LOG, 0.9999, -0.00010000500033334732",
        "LOG, 1.0001, 9.999500033329732e-05", "LOG, 0.7071067811865475, -0.34657359027997275",
        "LOG, 0.7071067811865476, -0.3465735902799726", "LOG, 1.4142135623730951, 0.3465735902799727",
        "LOG, 1.4142135623730954, 0.34657359027997287", "LOG, 2, 0.6931471805599453",
        "LOG, 1.7976931348623157E308, 709.782712893384",
        "SQRT, 4.9E-324, 2.2227587494850775e-162", "SQRT, 2.2250738585072014E-308, 1.4916681462400413e-154",
        "SQRT, 2.2250738585072011E-308, 1.4916681462400412e-154",
        "SQRT, 1.7976931348623157E308, 1.3407807929942596e+154", "SQRT, 2, 1.4142135623730951",
        "SQRT, 3, 1.7320508075688772", "SQRT, 0.9999999999999999, 0.9999999999999999",
        "SQRT, 1.0000000000000002, 1.0", "SQRT, 1e-45, 3.1622776601683793e-23"
    })
    void worstCasesAreRight(Function function, double x, double expected) {
        assertEquals(expected, function.ours.applyAsDouble(x), 1e-15 * Math.abs(expected) + Double.MIN_VALUE);
    }

    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource({
        "EXP, 0, 1", "EXP, -0.0, 1", "EXP, Infinity, Infinity", "EXP, -Infinity, 0", "EXP, NaN, NaN", "EXP, 710, Infinity",
        "EXP, -746, 0", "EXP, 4.9E-324, 1", "EXP, 1.7976931348623157E308, Infinity", "EXP, -1.7976931348623157E308, 0",
        "TANH, 0, 0", "TANH, -0.0, -0.0", "TANH, Infinity, 1", "TANH, -Infinity, -1", "TANH, NaN, NaN", "TANH, 400, 1",
        "TANH, 4.9E-324, 4.9E-324", "TANH, -1.4E-45, -1.4E-45", "TANH, 1.7976931348623157E308, 1",
        "SIGMOID, 0, 0.5", "SIGMOID, -0.0, 0.5", "SIGMOID, Infinity, 1", "SIGMOID, -Infinity, 0", "SIGMOID, NaN, NaN",
        "SIGMOID, 4.9E-324, 0.5", "SIGMOID, -800, 0", "SIGMOID, 800, 1",
        "LOG, 0, -Infinity", "LOG, -0.0, -Infinity", "LOG, 1, 0", "LOG, Infinity, Infinity", "LOG, -Infinity, NaN",
        "LOG, -1, NaN", "LOG, NaN, NaN", "LOG, -4.9E-324, NaN",
        "SQRT, 0, 0", "SQRT, -0.0, -0.0", "SQRT, 1, 1", "SQRT, 4, 2", "SQRT, 9, 3", "SQRT, 2.25, 1.5",
        "SQRT, Infinity, Infinity", "SQRT, -Infinity, NaN", "SQRT, -1, NaN", "SQRT, NaN, NaN"
    })
    void specialValuesAreExact(Function function, double x, double expected) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(function.ours.applyAsDouble(x)));
    }

    @Test
    void theCosineOfAShareOfAHalfTurnAgreesWithStrictMath() {
        Rng rng = new Rng(2);
        for (int i = 0; i < 300_000; i++) {
            double x = rng.uniform(-0.5, 0.5);
            assertEquals(StrictMath.cos(Math.PI * x), Numbers.cosPi(x), DOUBLE_TOLERANCE, () -> "cosPi(" + x + ")");
            double y = rng.uniform(-4, 4);
            assertEquals(StrictMath.cos(Math.PI * y), Numbers.cosPi(y), 1e-14, () -> "cosPi(" + y + ")");
        }
    }

    @ParameterizedTest(name = "cos({0} π) = {1}")
    @CsvSource({"0, 1", "-0.0, 1", "0.5, 0", "-0.5, 0", "1, -1", "-1, -1", "1.5, 0", "2, 1", "2.5, 0", "1e15, 1",
        "1000000000000001, -1", "4503599627370495.5, 0", "4503599627370497, -1", "9007199254740991, -1", "1e16, 1",
        "1e300, 1", "Infinity, NaN", "NaN, NaN"})
    void cosinesOfWholeAndHalfTurnsAreExact(double x, double expected) {
        assertEquals(expected, Numbers.cosPi(x) + 0.0);
    }

    @Test
    void rootsOfSquaresAreExact() {
        for (int i = 1; i < 3000; i++) {
            assertEquals(i, Numbers.sqrt((double) i * i));
        }
    }

    /** |actual − expected| / |expected|; among subnormals, where digits run out, as a share of the smallest normal. */
    private static double relativeError(double expected, double actual) {
        return expected == actual ? 0 : Math.abs(actual - expected) / Math.max(Math.abs(expected), Double.MIN_NORMAL);
    }

    private static double floatUlps(double expected, double actual) {
        float e = (float) expected;
        float a = (float) actual;
        return e == a ? 0 : Math.abs((double) a - e) / Math.ulp(e);
    }
}
