package unrolled.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unrolled.tensor.Rng;

class BeamTest {
    private static final double TOLERANCE = 1e-12;
    private static final int[] NOTHING = {};
    private static final int A = 0;
    private static final int B = 1;
    private static final int END = 2;

    /** Greedy takes a (0.6), after which everything is 0.4 at best; b (0.4) is followed by a sure a and a sure end. */
    private static final double[][] GARDEN_PATH = {
        {0.6, 0.4, 0},
        {0.3, 0.3, 0.4},
        {0.9, 0.05, 0.05},
        {1, 0, 0}};

    private static Beam.Tree search(double[][] table, int width, int length, int end) {
        return new Beam(width, length, end, 1).search(new MarkovSpeaker(table), NOTHING);
    }

    @Test
    void greedyWalksTheGardenPathAndAWiderBeamDoesNot() {
        Beam.Hypothesis greedy = search(GARDEN_PATH, 1, 2, Beam.NO_END).best();
        Beam.Hypothesis best = search(GARDEN_PATH, 2, 2, Beam.NO_END).best();
        assertEquals(List.of(A, END), greedy.symbols());
        assertEquals(Math.log(0.24), greedy.logp(), TOLERANCE);
        assertEquals(List.of(B, A), best.symbols());
        assertEquals(Math.log(0.36), best.logp(), TOLERANCE);
    }

    @Test
    void theTreeHoldsWhatWasTriedAndWhatWasKept() {
        Beam.Tree tree = search(GARDEN_PATH, 2, 2, Beam.NO_END);
        assertEquals(2, tree.steps().size());
        assertCandidate(tree.steps().get(0).get(0), 0, -1, A, 0.6, 0.6, true);
        assertCandidate(tree.steps().get(0).get(1), 1, -1, B, 0.4, 0.4, true);
        assertCandidate(tree.steps().get(1).get(0), 2, 0, END, 0.4, 0.24, true);
        assertCandidate(tree.steps().get(1).get(1), 3, 0, A, 0.3, 0.18, false);
        assertCandidate(tree.steps().get(1).get(2), 4, 1, A, 0.9, 0.36, true);
        assertCandidate(tree.steps().get(1).get(3), 5, 1, B, 0.05, 0.02, false);
        assertEquals(4, tree.best().id());
    }

    private static void assertCandidate(Beam.Candidate c, int id, int parent, int symbol, double p, double all,
            boolean kept) {
        assertEquals(id + " " + parent + " " + symbol + " " + kept, c.id() + " " + c.parent() + " " + c.symbol() + " "
                + c.kept());
        assertEquals(p, c.p(), TOLERANCE);
        assertEquals(Math.log(all), c.logp(), TOLERANCE);
    }

    @Test
    void aSymbolThatCannotComeIsNoCandidate() {
        Beam.Tree tree = new Beam(5, 1, Beam.NO_END, 5).search(new MarkovSpeaker(GARDEN_PATH), NOTHING);
        assertEquals(2, tree.steps().get(0).size());
    }

    @Test
    void moreCandidatesCanBeShownThanKept() {
        Beam.Tree tree = new Beam(1, 2, Beam.NO_END, 3).search(new MarkovSpeaker(GARDEN_PATH), NOTHING);
        assertEquals(3, tree.steps().get(1).size());
        assertEquals(1, tree.steps().get(1).stream().filter(Beam.Candidate::kept).count());
    }

    @Test
    void aFinishedTextLeavesTheBeamAndIsSetAside() {
        Beam.Tree tree = search(GARDEN_PATH, 2, 5, END);
        assertTrue(tree.best().finished());
        assertEquals(List.of(A, END), tree.best().symbols());
        assertEquals(Math.log(0.24), tree.best().logp(), TOLERANCE);
        Beam.Candidate end = tree.steps().get(1).get(0);
        assertTrue(end.finished() && end.kept());
        assertFalse(tree.steps().get(2).stream().anyMatch(c -> c.parent() == end.id()));
    }

    /** After b a, whose 0.36 beats the finished a end of 0.24, its likeliest continuation has 0.144 and cannot win. */
    @Test
    void theSearchStopsWhenNothingCanWinAnyMore() {
        assertEquals(3, search(GARDEN_PATH, 2, 50, END).steps().size());
    }

    @Test
    void theSearchStopsWhenEverythingIsFinished() {
        Beam.Tree tree = search(new double[][] {{0, 0, 1}, {1, 0, 0}, {1, 0, 0}, {1, 0, 0}}, 3, 50, END);
        assertEquals(1, tree.steps().size());
        assertEquals(List.of(END), tree.best().symbols());
    }

    @Test
    void theSearchStopsWhereNothingCanFollow() {
        Beam.Tree tree = search(new double[][] {{0, 1, 0}, {0, 0, 0}, {1, 0, 0}, {1, 0, 0}}, 3, 50, END);
        assertEquals(List.of(B, A), tree.best().symbols());
        assertFalse(tree.best().finished());
    }

    @Test
    void atFullLengthAnUnfinishedTextMayBeTheLikeliest() {
        double[][] mostlyA = {{0.6, 0, 0.4}, {0.9, 0, 0.1}, {1, 0, 0}, {1, 0, 0}};
        assertEquals(List.of(A, A), search(mostlyA, 2, 2, END).best().symbols());
        assertEquals(List.of(END), search(mostlyA, 2, 9, END).best().symbols());
    }

    @Test
    void ofEquallyLikelyTextsTheFirstIsKept() {
        Beam.Tree tree = search(new double[][] {{0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25},
            {0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.25, 0.25}}, 2, 2, Beam.NO_END);
        assertEquals(List.of(0, 0), tree.best().symbols());
        assertTrue(tree.steps().get(0).get(0).kept() && tree.steps().get(0).get(1).kept());
    }

    @Test
    void thePrimeIsReadFirstAndIsNotPartOfTheText() {
        Beam.Hypothesis best = new Beam(1, 1, Beam.NO_END, 1).search(new MarkovSpeaker(GARDEN_PATH), new int[] {A, B})
                .best();
        assertEquals(List.of(A), best.symbols());
        assertEquals(Math.log(0.9), best.logp(), TOLERANCE);
    }

    @Test
    void aTextOfNoSymbolsIsSure() {
        Beam.Tree tree = search(GARDEN_PATH, 3, 0, END);
        assertEquals(new Beam.Hypothesis(-1, List.of(), 0, false), tree.best());
        assertEquals(List.of(), tree.steps());
    }

    @Test
    void aBeamWithoutWidthIsRefused() {
        Exception exception = assertThrows(IllegalArgumentException.class, () -> new Beam(0, 1, END, 1));
        assertEquals("the width of a beam must be 1 or more, got 0", exception.getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void width1IsGreedy(long seed) {
        double[][] table = random(seed, 4);
        List<Integer> greedy = new ArrayList<>();
        int last = -1;
        while (greedy.size() < 6 && last != END) {
            int best = 0;
            for (int j = 1; j < 4; j++) {
                best = table[1 + last][j] > table[1 + last][best] ? j : best;
            }
            greedy.add(best);
            last = best;
        }
        assertEquals(greedy, search(table, 1, 6, END).best().symbols());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aBeamAsWideAsAllTextsIsExhaustive(long seed) {
        double[][] table = random(seed, 3);
        for (int end : new int[] {END, Beam.NO_END}) {
            List<Integer> best = new ArrayList<>();
            double logp = exhaust(table, end, new ArrayList<>(), 0, 5, Double.NEGATIVE_INFINITY, best);
            Beam.Hypothesis found = search(table, 243, 5, end).best();
            assertEquals(best, found.symbols());
            assertEquals(logp, found.logp(), TOLERANCE);
        }
    }

    /** The likeliest of all texts that begin with {@code text}, into {@code best} if it is likelier than that. */
    private static double exhaust(double[][] table, int end, List<Integer> text, double logp, int length, double record,
            List<Integer> best) {
        int last = text.isEmpty() ? -1 : text.get(text.size() - 1);
        if (text.size() == length || last == end && last >= 0) {
            if (logp > record) {
                best.clear();
                best.addAll(text);
            }
            return Math.max(logp, record);
        }
        for (int j = 0; j < table[0].length; j++) {
            text.add(j);
            record = exhaust(table, end, text, logp + Math.log(table[1 + last][j]), length, record, best);
            text.remove(text.size() - 1);
        }
        return record;
    }

    @ParameterizedTest(name = "width {0}")
    @ValueSource(ints = {1, 2, 3, 7})
    void theLikeliestOfEveryStepAreKeptAndLogarithmsAddUp(int width) {
        Beam.Tree tree = search(random(9, 5), width, 6, Beam.NO_END);
        List<Beam.Candidate> before = List.of();
        for (List<Beam.Candidate> step : tree.steps()) {
            long kept = step.stream().filter(Beam.Candidate::kept).count();
            assertEquals(Math.min(width, step.size()), kept);
            double worst = step.stream().filter(Beam.Candidate::kept).mapToDouble(Beam.Candidate::logp).min().orElse(0);
            for (Beam.Candidate c : step) {
                assertEquals(c.kept(), c.logp() >= worst);
                double parent = before.stream().filter(b -> b.id() == c.parent()).mapToDouble(Beam.Candidate::logp)
                        .findAny().orElse(0);
                assertEquals(parent + Math.log(c.p()), c.logp(), TOLERANCE);
                assertTrue(before.isEmpty() || before.stream().anyMatch(b -> b.id() == c.parent() && b.kept()));
            }
            before = step;
        }
        assertEquals(6, tree.steps().size());
    }

    private static double[][] random(long seed, int V) {
        Rng rng = new Rng(seed);
        double[][] table = new double[1 + V][V];
        for (double[] row : table) {
            double sum = 0;
            for (int j = 0; j < V; j++) {
                row[j] = rng.nextDouble();
                sum += row[j];
            }
            for (int j = 0; j < V; j++) {
                row[j] /= sum;
            }
        }
        return table;
    }
}
