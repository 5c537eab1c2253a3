package unrolled.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.data.Example;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.Head;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.nn.Activation;
import unrolled.nn.Reset;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/** Untrained nets with weights three times as large as usual, so that what they read matters. */
class WriterTest {
    private static final double TOLERANCE = 1e-12;
    private static final int V = 3;
    private static final Vocabulary ABC = new Vocabulary(List.of("a", "b", "c"));
    private static final Head SOFTMAX = new Head(Head.Kind.SOFTMAX, V, Head.At.EVERY, Head.Loss.CROSS_ENTROPY);

    private static List<List<Cell>> nets() {
        return List.of(
                List.of(new Cell.ElmanCell(4, Activation.TANH)),
                List.of(new Cell.GruCell(4, Reset.AFTER)),
                List.of(new Cell.LstmCell(4, 0)),
                List.of(new Cell.JordanCell(4, V, Activation.TANH)),
                List.of(new Cell.GruCell(3, Reset.BEFORE), new Cell.LstmCell(4, 1)),
                List.of(new Cell.LstmCell(3, 0), new Cell.JordanCell(4, V, Activation.TANH)));
    }

    private final Memory memory = HeapMemory.float64();
    private final Kernels kernels = new JavaKernels();

    private Network network(List<Cell> layers) {
        Network network = new Network(new Architecture(V, layers, SOFTMAX), kernels, memory);
        network.initialise(11, Map.of());
        kernels.scale(network.parameters().value, 3);
        return network;
    }

    private Writer writer(List<Cell> layers) {
        return new Writer(network(layers), Map.of());
    }

    private Text text(Speaker speaker) {
        return new Text(speaker, ABC, Unit.CHAR, kernels, Tensor.matrix(memory, 1, V), Tensor.matrix(memory, 1, V));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void whoKeepsAllItReadWritesTheSame(List<Cell> layers) {
        Speaker whole = new WholeSpeaker(network(layers), Map.of(), 20);
        assertEquals(text(writer(layers)).greedy(List.of("b", "a"), 12), text(whole).greedy(List.of("b", "a"), 12));
        Beam beam = new Beam(3, 5, Beam.NO_END, 1);
        assertEquals(beam.search(writer(layers), new int[] {1}).best().symbols(),
                beam.search(whole, new int[] {1}).best().symbols());
    }

    private static double[] logProbabilities(Writer writer) {
        double[] logp = new double[V];
        writer.logProbabilities(logp);
        return logp;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void aRestoredStateSpeaksAsIfNothingHadBeenReadSince(List<Cell> layers) {
        Writer writer = writer(layers);
        writer.start(new int[] {0, 2, 1});
        double[] state = writer.state();
        double[] before = logProbabilities(writer);
        writer.read(2);
        double[] after = logProbabilities(writer);
        writer.start(new int[] {1});
        writer.restore(state);
        assertArrayEquals(before, logProbabilities(writer));
        writer.read(2);
        assertArrayEquals(after, logProbabilities(writer));
        assertNotEquals(before[0], after[0]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void probabilitiesAddUpToOne(List<Cell> layers) {
        Writer writer = writer(layers);
        writer.start(new int[] {0, 2, 1});
        double sum = 0;
        for (double logp : logProbabilities(writer)) {
            sum += Math.exp(logp);
        }
        assertEquals(1, sum, TOLERANCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void whatIsReadOneByOneIsWhatTheNetReadsAtOnce(List<Cell> layers) {
        Unrolled net = network(layers).unroll(4, 1);
        net.start(Map.of(), null);
        net.load(Example.ofSymbols("", ABC, List.of("a", "c", "b", "a"), List.of("a", "a", "a", "a")));
        net.forward(4);
        Writer writer = writer(layers);
        writer.start(new int[] {0, 2, 1, 0});
        for (int j = 0; j < V; j++) {
            assertEquals(net.y().get(3, j), Math.exp(logProbabilities(writer)[j]), TOLERANCE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void aBeamAsWideAsAllTextsFindsTheLikeliest(List<Cell> layers) {
        Writer writer = writer(layers);
        Beam.Hypothesis found = new Beam(81, 4, Beam.NO_END, 1).search(writer, new int[] {1}).best();
        double likeliest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 81; i++) {
            int[] text = {i / 27, i / 9 % 3, i / 3 % 3, i % 3};
            likeliest = Math.max(likeliest, logp(writer, text));
        }
        assertEquals(likeliest, found.logp(), TOLERANCE);
        assertEquals(likeliest, logp(writer, found.symbols().stream().mapToInt(Integer::intValue).toArray()), TOLERANCE);
    }

    /** Every symbol from the prime on read anew, each time from the start. */
    private double logp(Writer writer, int[] text) {
        double sum = 0;
        for (int n = 0; n < text.length; n++) {
            int[] read = new int[1 + n];
            read[0] = 1;
            System.arraycopy(text, 0, read, 1, n);
            writer.start(read);
            sum += logProbabilities(writer)[text[n]];
        }
        return sum;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void aBeamOfWidth1WritesAsGreedily(List<Cell> layers) {
        Writer writer = writer(layers);
        List<String> prime = List.of("b", "a");
        StringBuilder text = new StringBuilder();
        new Beam(1, 12, Beam.NO_END, 1).search(writer, new int[] {1, 0}).best().symbols()
                .forEach(symbol -> text.append(ABC.symbol(symbol)));
        assertEquals(text(writer).greedy(prime, 12), text.toString());
    }

    @Test
    void theProbabilityOfATextIsTheProductOfItsSymbols() {
        Writer writer = writer(nets().get(2));
        double expected = logp(writer, new int[] {0, 2, 2});
        double[] factors = text(writer).factors(List.of("b"), List.of("a", "c", "c"));
        assertEquals(expected, factors[0] + factors[1] + factors[2], TOLERANCE);
    }

    @Test
    void drawingFromTheLikeliestAloneIsGreedy() {
        Writer writer = writer(nets().get(2));
        String greedy = text(writer).greedy(List.of("a"), 20);
        assertEquals(greedy, text(writer).sample(List.of("a"), 20, new Choice(1, 1, 1), 5));
        assertNotEquals(greedy, text(writer).sample(List.of("a"), 20, new Choice(1, 0, 1), 5));
    }

    @Test
    void withoutAPrimeNothingIsLikelier() {
        Writer writer = writer(nets().get(2));
        writer.start(new int[] {1});
        writer.start(new int[] {});
        assertArrayEquals(new double[] {-Math.log(3), -Math.log(3), -Math.log(3)}, logProbabilities(writer), TOLERANCE);
    }
}
