package unrolled.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The factors of the formulas in PyTorch's documentation of StepLR, ExponentialLR and CosineAnnealingLR. */
class ScheduleTest {
    private static final double TOLERANCE = 1e-14;

    private static void assertFactors(Schedule schedule, double... expected) {
        for (int u = 1; u <= expected.length; u++) {
            assertEquals(expected[u - 1], schedule.at(u), TOLERANCE, "update " + u);
        }
    }

    @Test
    void aConstantRateStaysFull() {
        assertFactors(Schedule.constant(), 1, 1, 1);
        assertEquals(1, Schedule.constant().at(1_000_000));
    }

    @Test
    void stepsFallAllAtOnce() {
        assertFactors(Schedule.step(3, 0.1), 1, 1, 1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001);
    }

    @Test
    void anExponentialFallsByTheFactorInEverySoManyUpdates() {
        assertFactors(Schedule.exponential(1, 0.5), 1, 0.5, 0.25, 0.125);
        assertFactors(Schedule.exponential(2, 0.25), 1, 0.5, 0.25, 0.125, 0.0625);
        assertEquals(Math.pow(0.999, 9999), Schedule.exponential(1, 0.999).at(10_000), TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.85355339059327376", "3, 0.5", "4, 0.14644660940672624", "5, 0", "6, 0", "9, 0"})
    void aCosineGoesDownOnceAndStaysThere(int update, double expected) {
        assertEquals(expected, Schedule.cosine(4, 0).at(update), TOLERANCE);
        assertEquals(0.2 + 0.8 * expected, Schedule.cosine(4, 0.2).at(update), TOLERANCE);
    }

    @Test
    void warmUpRisesInALineBeforeTheScheduleBegins() {
        assertFactors(Schedule.constant().withWarmup(4), 0.25, 0.5, 0.75, 1, 1, 1);
        assertFactors(Schedule.step(2, 0.1).withWarmup(2), 0.5, 1, 1, 1, 0.1, 0.1);
        assertFactors(Schedule.exponential(1, 0.5).withWarmup(2), 0.5, 1, 1, 0.5, 0.25);
        assertFactors(Schedule.cosine(6, 0).withWarmup(2), 0.5, 1, 1, 0.85355339059327376, 0.5, 0.14644660940672624, 0);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("a schedule's every must be 1 or more, got 0.0", () -> Schedule.step(0, 0.1));
        assertRefused("a schedule's factor must be in 0..1 and not 0, got 0.0", () -> Schedule.exponential(1, 0));
        assertRefused("a cosine's factor must be 0..1, got 1.5", () -> Schedule.cosine(4, 1.5));
        assertRefused("a schedule's warmup must be 0 or more, got -1.0", () -> Schedule.constant().withWarmup(-1));
        assertRefused("a cosine's updates must be more than its warmup, got 4.0",
                () -> Schedule.cosine(4, 0).withWarmup(4));
    }

    private static void assertRefused(String message, Executable making) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
