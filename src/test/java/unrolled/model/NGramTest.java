package unrolled.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.tensor.Rng;

/** The text is "ab" and "aab", with stop symbols "ab." and "aab."; what is expected was counted by hand. */
class NGramTest {
    private static final double TOLERANCE = 1e-14;
    private static final int A = 0;
    private static final int B = 1;
    private static final int STOP = 2;
    private static final int START = 3;                     // outside the vocabulary of a, b and .
    private static final List<int[]> TEXT = List.of(new int[] {A, B}, new int[] {A, A, B});

    private final NGramCounts padded = new NGramCounts(TEXT, 3, 5, START, STOP);
    private final NGramCounts bare = new NGramCounts(TEXT, 2, 3, NGramCounts.NO_SYMBOL, NGramCounts.NO_SYMBOL);

    private static void assertDistribution(NGram model, int[] soFar, double... expected) {
        assertArrayEquals(expected, model.distribution(soFar), TOLERANCE);
    }

    private static int[] text(int... symbols) {
        return symbols;
    }

    @Test
    void everySymbolIsCountedAfterContextsOfEveryLength() {
        assertEquals("7 3 2 2", padded.count(List.of()) + " " + padded.count(List.of(), A) + " "
                + padded.count(List.of(), B) + " " + padded.count(List.of(), STOP));
        assertEquals("3 1 2 0", padded.count(List.of(A)) + " " + padded.count(List.of(A), A) + " "
                + padded.count(List.of(A), B) + " " + padded.count(List.of(A), STOP));
        assertEquals("2 2", padded.count(List.of(A, B)) + " " + padded.count(List.of(A, B), STOP));
        assertEquals("0 0", padded.count(List.of(B, A)) + " " + padded.count(List.of(STOP)));
    }

    @Test
    void startSymbolsAreContextsButAreNotCounted() {
        assertEquals("2 2", padded.count(List.of(START)) + " " + padded.count(List.of(START), A));
        assertEquals("2 1 1", padded.count(List.of(START, A)) + " " + padded.count(List.of(START, A), A) + " "
                + padded.count(List.of(START, A), B));
        assertEquals(2, padded.count(List.of(START, START, START, START), A));
        assertEquals(0, padded.count(List.of(), START));
    }

    @Test
    void withoutAStartSymbolTheFirstContextsAreShort() {
        assertEquals("5 3 2", bare.count(List.of()) + " " + bare.count(List.of(), A) + " " + bare.count(List.of(), B));
        assertEquals("3 1 2", bare.count(List.of(A)) + " " + bare.count(List.of(A), A) + " "
                + bare.count(List.of(A), B));
        assertEquals("1 1 0", bare.count(List.of(A, A)) + " " + bare.count(List.of(A, A), B) + " "
                + bare.count(List.of(A, B)));
    }

    @Test
    void withoutSmoothingSharesAreProbabilities() {
        assertDistribution(new NGram(padded, 1, new Smoothing.None()), text(A, B), 3 / 7.0, 2 / 7.0, 2 / 7.0);
        assertDistribution(new NGram(padded, 2, new Smoothing.None()), text(B, A), 1 / 3.0, 2 / 3.0, 0);
        assertDistribution(new NGram(padded, 2, new Smoothing.None()), text(), 1, 0, 0);
        assertDistribution(new NGram(padded, 3, new Smoothing.None()), text(A), 0.5, 0.5, 0);
        assertDistribution(new NGram(padded, 3, new Smoothing.None()), text(B, B), 0, 0, 0);
        assertDistribution(new NGram(bare, 3, new Smoothing.None()), text(), 0.6, 0.4);
        assertDistribution(new NGram(bare, 3, new Smoothing.None()), text(A), 1 / 3.0, 2 / 3.0);
    }

    @Test
    void addKGivesEverySymbolALittle() {
        NGram model = new NGram(padded, 2, new Smoothing.AddK(0.5));
        assertDistribution(model, text(A), 1.5 / 4.5, 2.5 / 4.5, 0.5 / 4.5);
        assertDistribution(model, text(STOP), 1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    /**
     * After a, ½ of 3 is taken from each of a and b and goes to the stop; after b, ½ of 2 goes to a and b in their
     * proportion without context, 3 : 2.
     */
    @Test
    void backoffGivesWhatItTakesToTheUnseen() {
        NGram model = new NGram(padded, 2, new Smoothing.Backoff(0.5));
        assertDistribution(model, text(A), 0.5 / 3, 1.5 / 3, 1 / 3.0);
        assertDistribution(model, text(B), 0.15, 0.1, 0.75);
        assertDistribution(model, text(STOP), 3 / 7.0, 2 / 7.0, 2 / 7.0);
    }

    /** After aa came b once: the ½ taken goes to a and the stop as after a, ⅙ and ⅓ of their sum. */
    @Test
    void backoffGoesFromContextToShorterContext() {
        NGram model = new NGram(padded, 3, new Smoothing.Backoff(0.5));
        assertDistribution(model, text(A, A), 0.5 / 3, 0.5, 1 / 3.0);
        assertDistribution(model, text(B, B), 0.15, 0.1, 0.75);
    }

    /** A fourth symbol that the text does not hold: without context, it gets 3 × ½ of 7. */
    @Test
    void backoffEndsWithEverySymbolAlike() {
        NGramCounts counts = new NGramCounts(TEXT, 4, 2, 4, STOP);
        assertDistribution(new NGram(counts, 1, new Smoothing.Backoff(0.5)), text(), 2.5 / 7, 1.5 / 7, 1.5 / 7,
                1.5 / 7);
        NGramCounts two = new NGramCounts(TEXT, 5, 2, 5, STOP);
        assertDistribution(new NGram(two, 1, new Smoothing.Backoff(0.5)), text(), 2.5 / 7, 1.5 / 7, 1.5 / 7, 0.75 / 7,
                0.75 / 7);
    }

    @Test
    void interpolationMixesContextsOfAllLengths() {
        NGram model = new NGram(padded, 2, new Smoothing.Interpolate(List.of(0.25, 0.75)));
        assertDistribution(model, text(A), 0.25 * 3 / 7 + 0.75 / 3, 0.25 * 2 / 7 + 0.75 * 2 / 3, 0.25 * 2 / 7);
    }

    @Test
    void aContextNeverSeenHasNoSayInAnInterpolation() {
        NGram model = new NGram(padded, 3, new Smoothing.Interpolate(List.of(0.2, 0.3, 0.5)));
        assertDistribution(model, text(B, A), 0.4 * 3 / 7 + 0.6 / 3, 0.4 * 2 / 7 + 0.6 * 2 / 3, 0.4 * 2 / 7);
        NGram longOnly = new NGram(padded, 3, new Smoothing.Interpolate(List.of(0.0, 0.0, 1.0)));
        assertDistribution(longOnly, text(B, A), 1 / 3.0, 2 / 3.0, 0);
    }

    @Test
    void aStartSymbolInTheVocabularyCannotCome() {
        NGramCounts counts = new NGramCounts(TEXT, 4, 2, START, STOP);
        assertDistribution(new NGram(counts, 2, new Smoothing.AddK(1)), text(STOP), 1 / 3.0, 1 / 3.0, 1 / 3.0, 0);
        assertDistribution(new NGram(counts, 1, new Smoothing.Backoff(0.5)), text(), 3 / 7.0, 2 / 7.0, 2 / 7.0, 0);
    }

    @Test
    void onlyASmoothingThatShortensTheContextLeavesSomeOfItOut() {
        Smoothing backoff = new Smoothing.Backoff(0.5);
        assertEquals(2, new NGram(padded, 3, backoff).order(text(A, B)));
        assertEquals(1, new NGram(padded, 3, backoff).order(text(B, A)));
        assertEquals(0, new NGram(padded, 3, backoff).order(text(A, STOP)));
        assertEquals(1, new NGram(padded, 2, new Smoothing.Interpolate(List.of(0.5, 0.5))).order(text(B, A)));
        assertEquals(2, new NGram(padded, 3, new Smoothing.None()).order(text(B, A)));
        assertEquals(2, new NGram(padded, 3, new Smoothing.AddK(1)).order(text()));
        assertEquals(0, new NGram(bare, 3, new Smoothing.AddK(1)).order(text()));
    }

    @Test
    void aSequenceIsAProductOfFactors() {
        List<NGram.Factor> factors = new NGram(padded, 2, new Smoothing.None()).factors(text(A, A, B), 0);
        assertEquals(List.of(List.of(START), List.of(A), List.of(A), List.of(B)),
                factors.stream().map(NGram.Factor::context).toList());
        assertEquals(List.of(A, A, B, STOP), factors.stream().map(NGram.Factor::symbol).toList());
        assertArrayEquals(new double[] {1, 1 / 3.0, 2 / 3.0, 1},
                factors.stream().mapToDouble(NGram.Factor::p).toArray(), TOLERANCE);
    }

    @Test
    void theFirstSymbolsCanBeReadOnly() {
        List<NGram.Factor> factors = new NGram(bare, 3, new Smoothing.None()).factors(text(A, A, B), 1);
        assertEquals(List.of(List.of(A), List.of(A, A)), factors.stream().map(NGram.Factor::context).toList());
        assertArrayEquals(new double[] {1 / 3.0, 1},
                factors.stream().mapToDouble(NGram.Factor::p).toArray(), TOLERANCE);
    }

    @Test
    void aSymbolOutsideTheVocabularyCannotCome() {
        List<NGram.Factor> factors = new NGram(padded, 2, new Smoothing.AddK(1)).factors(text(A, -1, 7), 0);
        assertArrayEquals(new double[] {3 / 5.0, 0, 0, 1 / 3.0},
                factors.stream().mapToDouble(NGram.Factor::p).toArray(), TOLERANCE);
    }

    /** ab. has the probability 1 · ⅔ · 1 and aab. 1 · ⅓ · ⅔ · 1: together 4/27 in 7 symbols. */
    @Test
    void perplexityIsTheInverseOfTheMeanProbability() {
        NGram model = new NGram(padded, 2, new Smoothing.None());
        assertEquals(Math.pow(4 / 27.0, -1 / 7.0), model.perplexity(TEXT, 0), TOLERANCE);
        assertEquals(Math.pow(4 / 27.0, -1 / 5.0), model.perplexity(TEXT, 1), TOLERANCE);
        assertEquals(Double.POSITIVE_INFINITY, model.perplexity(List.of(text(B)), 0));
        assertEquals(Double.NaN, model.perplexity(List.of(), 0));
        assertEquals(3, new NGram(padded, 2, new Smoothing.AddK(1e12)).perplexity(TEXT, 0), 1e-9);
    }

    /** ba. holds b, a and . (seen), ⟨s⟩b, ba and a. (never seen), and three longer ones of each length, never seen. */
    @Test
    void sparsityCountsWhatOfThePossibleWasSeen() {
        List<NGramCounts.Sparsity> sparsity = padded.sparsity(List.of(text(B, A)));
        assertEquals(new NGramCounts.Sparsity(1, 1, 1, 0), sparsity.get(0));
        assertEquals(new NGramCounts.Sparsity(2, 2, 3, 1), sparsity.get(1));
        assertEquals(new NGramCounts.Sparsity(3, 2, 9, 1), sparsity.get(2));
        assertEquals(new NGramCounts.Sparsity(4, 1, 27, 1), sparsity.get(3));
        assertEquals(new NGramCounts.Sparsity(5, 0, 81, 1), sparsity.get(4));
        assertEquals(0.25, padded.sparsity(List.of(text(A, B, B))).get(1).unseen(), TOLERANCE);
    }

    @Test
    void sparsityWithoutAStartSymbolLooksAtWholeNGramsOnly() {
        List<NGramCounts.Sparsity> sparsity = bare.sparsity(List.of(text(A, B, A), text(B)));
        assertEquals(new NGramCounts.Sparsity(1, 1, 1, 0), sparsity.get(0));
        assertEquals(new NGramCounts.Sparsity(2, 1, 2, 0.5), sparsity.get(1));
        assertEquals(new NGramCounts.Sparsity(3, 1, 4, 1), sparsity.get(2));
        assertEquals(Double.NaN, bare.sparsity(List.of()).get(0).unseen());
    }

    @Test
    void theMostFrequentContextsComeFirst() {
        assertEquals(List.of(new NGramCounts.Context(List.of(A), 3), new NGramCounts.Context(List.of(B), 2),
                new NGramCounts.Context(List.of(START), 2)), padded.frequent(1, 9));
        assertEquals(List.of(new NGramCounts.Context(List.of(A), 3)), padded.frequent(1, 1));
        assertEquals(List.of(new NGramCounts.Context(List.of(), 7)), padded.frequent(0, 9));
    }

    private static List<Smoothing> smoothings() {
        return List.of(new Smoothing.None(), new Smoothing.AddK(0.1), new Smoothing.Backoff(0.75),
                new Smoothing.Backoff(0.1), new Smoothing.Interpolate(List.of(0.1, 0.2, 0.3, 0.4)),
                new Smoothing.Interpolate(List.of(0.0, 0.0, 0.0, 1.0)));
    }

    /** All 4⁰ + … + 4³ contexts of a random text in which one of five symbols never comes and one is the start. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("smoothings")
    void everyDistributionSumsToOne(Smoothing smoothing) {
        Rng rng = new Rng(12);
        List<int[]> text = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            text.add(text((int) rng.uniform(0, 3), (int) rng.uniform(0, 2), (int) rng.uniform(0, 3)));
        }
        NGramCounts withStart = new NGramCounts(text, 5, 4, 4, 2);
        NGramCounts without = new NGramCounts(text, 5, 4, NGramCounts.NO_SYMBOL, NGramCounts.NO_SYMBOL);
        for (NGramCounts counts : List.of(withStart, without)) {
            NGram model = new NGram(counts, 4, smoothing);
            for (int i = 0; i < 85; i++) {
                int[] context = i < 1 ? text() : i < 5 ? text(i - 1) : i < 21 ? text((i - 5) / 4, (i - 5) % 4)
                        : text((i - 21) / 16, (i - 21) / 4 % 4, (i - 21) % 4);
                double sum = 0;
                for (double p : model.distribution(context)) {
                    assertTrue(p >= 0 && p <= 1);
                    sum += p;
                }
                boolean unknown = smoothing instanceof Smoothing.None && counts.count(model.context(context)) == 0;
                assertEquals(unknown ? 0 : 1, sum, TOLERANCE);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smoothings")
    void withoutATextASmoothedModelKnowsNothing(Smoothing smoothing) {
        double even = smoothing instanceof Smoothing.None ? 0 : 0.5;
        assertDistribution(new NGram(new NGramCounts(List.of(), 2, 4, 2, NGramCounts.NO_SYMBOL), 4, smoothing), text(A),
                even, even);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("n must be 1..5, got 6", () -> new NGram(padded, 6, new Smoothing.None()));
        assertRefused("n must be 1..5, got 0", () -> new NGram(padded, 0, new Smoothing.None()));
        assertRefused("there must be 3 weights, got 2",
                () -> new NGram(padded, 3, new Smoothing.Interpolate(List.of(0.5, 0.5))));
        assertRefused("weights must sum to 1, got 0.75", () -> new Smoothing.Interpolate(List.of(0.5, 0.25)));
        assertRefused("weights must be 0 or more, got -0.5", () -> new Smoothing.Interpolate(List.of(1.5, -0.5)));
        assertRefused("k must be more than 0, got 0.0", () -> new Smoothing.AddK(0));
        assertRefused("a discount must lie between 0 and 1, got 1.0", () -> new Smoothing.Backoff(1));
    }

    private static void assertRefused(String message, Executable making) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
