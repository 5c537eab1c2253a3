package unrolled.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unrolled.data.Example;
import unrolled.data.Vocabulary;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.HiddenCell;
import unrolled.model.Network;
import unrolled.model.Start;
import unrolled.model.Unrolled;
import unrolled.model.WindowCell;
import unrolled.nn.Activation;
import unrolled.nn.Parameter;
import unrolled.nn.Reset;
import unrolled.optim.Schedule;
import unrolled.optim.Sgd;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/** Batches, lanes and pieces against one sequence at a time, and every gradient of whole nets against differences. */
class TrainerTest {
    private static final double SAME = 1e-12;
    private static final double EPSILON = 1e-5;
    private static final double ABSOLUTE = 1e-8;
    private static final double RELATIVE = 1e-6;
    private static final Vocabulary ABC = new Vocabulary(List.of("a", "b", "c", Vocabulary.START, Vocabulary.STOP));
    private static final int V = ABC.size();

    private final Memory memory = HeapMemory.float64();
    private final Kernels kernels = new JavaKernels();

    /** Nets of every shape, and texts for each. */
    private enum Nets {
        MANY_TO_MANY(Head.At.EVERY, new EmbeddingCell(3), new Cell.GruCell(3, Reset.AFTER)),
        WINDOW(Head.At.EVERY, new WindowCell(2, 0), new HiddenCell(3, Activation.TANH)),
        LAST(Head.At.LAST, new Cell.LstmCell(3, 1)),
        MEAN(Head.At.MEAN, new Cell.ElmanCell(3, Activation.TANH)),
        ATTENTION(Head.At.ATTENTION, new Cell.BidirectionalCell(new Cell.GruCell(2, Reset.BEFORE))),
        LEARNED_START(new Start(Start.Kind.ORTHOGONAL, 1, List.of(Start.State.LEARNED, Start.State.LEARNED)), Head.At.EVERY,
                new Cell.LstmCell(3, 0), new Cell.ElmanCell(2, Activation.TANH)),
        DECODER(Head.At.DECODER, both(new Cell.ElmanCell(3, Activation.TANH)), both(new Cell.LstmCell(3, 0))),
        ALIGNED(Head.At.ALIGNED, new EmbeddingCell(2), both(new Cell.GruCell(3, Reset.AFTER)));

        final Architecture architecture;

        Nets(Head.At at, Cell... layers) {
            this(Start.usual(), at, layers);
        }

        Nets(Start start, Head.At at, Cell... layers) {
            architecture = new Architecture(V, List.of(layers),
                    new Head(Head.Kind.SOFTMAX, V, at, Head.Loss.CROSS_ENTROPY), start);
        }

        private static Cell both(Cell cell) {
            return new Cell.EncoderDecoderCell(cell);
        }

        List<Example> examples(String... texts) {
            List<Example> examples = new ArrayList<>();
            for (String text : texts) {
                List<String> symbols = Vocabulary.codePoints(text);
                examples.add(switch (architecture.head().at()) {
                    case EVERY -> Example.ofText(ABC, text);
                    case DECODER, ALIGNED -> Example.ofPair(text, ABC, symbols, symbols.subList(1, symbols.size()));
                    default -> Example.ofSymbols(text, ABC, symbols, symbols.subList(0, 1));
                });
            }
            return examples;
        }
    }

    private Network network(Architecture architecture) {
        Network network = new Network(architecture, kernels, memory);
        network.initialise(17, Map.of());
        kernels.scale(network.parameters().value, 2);
        for (Parameter parameter : network.parameters().all()) {
            if (parameter.name().endsWith("0")) {
                parameter.value().fill(0.3);
            }
        }
        return network;
    }

    private Trainer trainer(Network network, List<Example> examples, int batch, int truncate) {
        return new Trainer(network, kernels, new Sgd(kernels, memory, network.parameters().value.size(), 0),
                new Method(0.1, Schedule.constant(), 0, batch, truncate, 1), examples, Map.of(), 3);
    }

    private static double[] numbers(Tensor tensor) {
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tensor.get(i);
        }
        return numbers;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aBatchOfDifferentLengthsHasTheGradientOfItsSequencesOneByOne(Nets kind) {
        List<Example> examples = kind.examples("abc", "cab", "bacab", "cb");
        Network network = network(kind.architecture);
        trainer(network, examples, 0, 0).update(0);
        double[] together = numbers(network.parameters().gradient);

        Network alone = network(kind.architecture);
        Unrolled net = alone.unroll(12, 1);
        int counted = examples.stream().mapToInt(Example::counted).sum();
        double loss = 0;
        for (Example example : examples) {
            net.start(Map.of(), null);
            net.load(List.of(example), 0, example.steps(), counted);
            net.forward(example.steps());
            net.backward(example.steps());
            loss += net.totalLoss();
        }
        assertArrayEquals(numbers(alone.parameters().gradient), together, SAME);
        Network again = network(kind.architecture);
        assertEquals(loss, Evaluation.of(again, again.unroll(12, 1), examples, Map.of()).loss(), SAME);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theGradientOfAWholeNetMatchesCentralDifferences(Nets kind) {
        List<Example> examples = kind.examples("bacab", "abccc");
        Network network = network(kind.architecture);
        Unrolled net = network.unroll(12, 2);
        int steps = examples.get(0).steps();
        net.start(Map.of(), null);
        net.load(examples, 0, steps, 2 * examples.get(0).counted());
        net.forward(steps);
        net.backward(steps);
        for (Parameter parameter : network.parameters().all()) {
            for (int i = 0; i < parameter.value().size(); i++) {
                double value = parameter.value().get(i);
                double above = loss(net, steps, parameter, i, value + EPSILON);
                double below = loss(net, steps, parameter, i, value - EPSILON);
                parameter.value().set(i, value);
                double expected = (above - below) / (2 * EPSILON);
                assertEquals(expected, parameter.gradient().get(i), ABSOLUTE + RELATIVE * Math.abs(expected),
                        parameter.name() + "[" + i + "]");
            }
        }
    }

    private static double loss(Unrolled net, int steps, Parameter parameter, int i, double value) {
        parameter.value().set(i, value);
        net.start(Map.of(), null);
        net.forward(steps);
        return net.totalLoss();
    }

    @Test
    void piecesCarryTheStateButNotTheGradient() {
        Architecture every = new Architecture(V, List.of(new Cell.LstmCell(3, 1)),
                new Head(Head.Kind.SOFTMAX, V, Head.At.EVERY, Head.Loss.CROSS_ENTROPY));
        List<Example> text = List.of(Example.ofText(ABC, "abcabcab"));
        Network network = network(every);
        Trainer trainer = trainer(network, text, 1, 3);
        Network reference = network(every);
        Unrolled net = reference.unroll(3, 1);
        net.start(Map.of(), null);
        net.load(text, 0, 3, 3);
        net.forward(3);
        net.carry(3);

        assertEquals(3, trainer.perEpoch());
        trainer.update(0);
        reference.parameters().value.copyFrom(network.parameters().value);
        trainer.update(1);
        net.load(text, 3, 3, 3);
        net.forward(3);
        net.backward(3);
        assertArrayEquals(numbers(reference.parameters().gradient), numbers(network.parameters().gradient), SAME);
    }

    @Test
    void aPieceWithoutAnswersChangesNoWeight() {
        Network network = network(Nets.LAST.architecture);
        Trainer trainer = trainer(network, Nets.LAST.examples("abcabc"), 1, 3);
        double[] before = numbers(network.parameters().value);
        trainer.update(0);
        assertArrayEquals(before, numbers(network.parameters().value));
        trainer.update(1);
        assertNotEquals(before[0], network.parameters().value.get(0));
    }

    @Test
    void withoutForcingADecoderIsGivenWhatItWrote() {
        Network network = network(Nets.DECODER.architecture);
        List<Example> pair = Nets.DECODER.examples("abcab");
        Unrolled forced = network.unroll(12, 1);
        forced.start(Map.of(), null);
        forced.load(pair.get(0));
        forced.forward(pair.get(0).steps());
        Unrolled free = network.unroll(12, 1);
        free.start(Map.of(), null);
        free.load(pair.get(0));
        free.train(new Rng(1), 0);
        free.forward(pair.get(0).steps());
        for (int t = 6; t < pair.get(0).steps(); t++) {
            assertEquals(1, free.x().get(t, Unrolled.likeliest(free.y(), t - 1)), "the input of step " + t);
        }
        assertArrayEquals(numbers(forced.y().rows(5, 1)), numbers(free.y().rows(5, 1)));
        assertNotEquals(forced.totalLoss(), free.totalLoss());
    }
}
