package unrolled.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.nn.Attention;
import unrolled.nn.AttentionPool;
import unrolled.nn.BinaryCrossEntropy;
import unrolled.nn.Dense;
import unrolled.nn.Dropout;
import unrolled.nn.EncoderDecoder;
import unrolled.nn.Layer;
import unrolled.nn.Loss;
import unrolled.nn.Named;
import unrolled.nn.Output;
import unrolled.nn.Parameters;
import unrolled.nn.Pool;
import unrolled.nn.Pooling;
import unrolled.nn.Recurrent;
import unrolled.nn.SoftmaxCrossEntropy;
import unrolled.nn.SquaredError;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/**
 * A network laid out over time: the layers, each over at most T steps of B sequences, the head and its loss.
 * The loss L is the mean, or the sum, of loss(t) over the steps that answer: {@link Head#share}.
 */
public final class Unrolled {
    private final Architecture architecture;
    private final Kernels kernels;
    private final int B;
    private final Tensor x;
    private final Tensor dx;
    private final List<Layer> layers = new ArrayList<>();
    private final int[] first;
    private final Pooling pooling;
    private final Attention attention;
    private final Output output;
    private final Dense dense;
    private final Loss loss;
    private final Tensor target;
    private final Tensor total;
    private final Starts starts;
    private final Map<String, Tensor> held = new LinkedHashMap<>();
    private boolean begun;
    private int source;
    private Rng rng;
    private double forcing = 1;

    Unrolled(Architecture architecture, Kernels kernels, Memory memory, Parameters parameters, int T, int B) {
        this.architecture = architecture;
        this.kernels = kernels;
        this.B = B;
        x = Tensor.matrix(memory, T * B, architecture.inputs());
        dx = Tensor.matrix(memory, T * B, architecture.inputs());
        Head head = architecture.head();
        int hidden = architecture.outputs(architecture.top());
        dense = head == null ? null : new Dense(kernels, memory, parameters, architecture.headInputs(), head.size(), T, B);
        loss = head == null ? null : loss(head, memory);
        output = head == null ? null : new Output(dense, loss);
        for (int l = 0; l < architecture.layers().size(); l++) {
            layers.add(architecture.layers().get(l)
                    .unroll(kernels, memory, parameters, architecture.prefix(l), architecture.inputs(l), output, T, B));
        }
        first = new int[layers.size()];
        for (int l = 0; l < first.length; l++) {
            first[l] = architecture.first(l);
        }
        attention = architecture.aligns() ? new Attention(kernels, memory, parameters, hidden, T, T, B) : null;
        pooling = head == null ? null : pooling(head, memory, parameters, hidden, T);
        target = classes() ? Tensor.matrix(memory, T * B, head.size()) : head == null ? null : loss.target();
        total = Tensor.vector(memory, 1);
        starts = new Starts(architecture, layers, parameters);
    }

    private Pooling pooling(Head head, Memory memory, Parameters parameters, int H, int T) {
        return switch (head.at()) {
            case EVERY, LAST, DECODER, ALIGNED -> null;
            case MEAN -> new Pool(kernels, memory, Pool.Kind.MEAN, H, T, B);
            case MAX -> new Pool(kernels, memory, Pool.Kind.MAX, H, T, B);
            case ATTENTION -> new AttentionPool(kernels, memory, parameters, H, T, B);
        };
    }

    private boolean classes() {
        return architecture.head() != null && architecture.head().kind() == Head.Kind.SOFTMAX;
    }

    private Loss loss(Head head, Memory memory) {
        if (head.loss() != Head.Loss.CROSS_ENTROPY) {
            return new SquaredError(kernels, memory, head.activation(), head.scale(), dense.logits(), dense.dlogits(),
                    B);
        }
        return classes() ? new SoftmaxCrossEntropy(kernels, memory, dense.logits(), dense.dlogits(), B)
                : new BinaryCrossEntropy(kernels, memory, dense.logits(), dense.dlogits(), B);
    }

    /**
     * Begins a sequence. Sets the states handed in: those named ({@code h0}, {@code l2.c0}, {@code y0}), what is
     * learned, or what is drawn; all others are 0.
     *
     * @param drawn the draw of random states; null in use, where they are 0
     */
    public void start(Map<String, double[]> state, Rng drawn) {
        begun = true;
        starts.begin(state, drawn);
    }

    /** The states handed in, and what else {@link #carry} hands on. */
    public List<Tensor> states() {
        List<Tensor> states = new ArrayList<>();
        for (Layer layer : layers) {
            states.addAll(layer.carried());
        }
        return states;
    }

    /**
     * Holds gates or states by their names in the net: a row a step, or null where they are free; steps without a row
     * are free too, and so is what is NaN.
     *
     * @return the numbers held, NaN where nothing is, by the same names
     */
    public Map<String, Tensor> hold(Map<String, double[][]> clamps) {
        for (int l = 0; l < layers.size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (String letter : cell.clampable()) {
                String name = architecture.name(l, letter);
                if (clamps.containsKey(name)) {
                    held.put(name, Tensor.matrix(x.memory, x.rows, cell.hidden()));
                }
            }
        }
        clamps.forEach(this::holdAt);
        holding(true);
        return held;
    }

    /** Other numbers for something that {@link #hold} has made room for. */
    public void holdAt(String name, double[][] rows) {
        Tensor set = held.get(name);
        set.fill(Double.NaN);
        for (int t = 0; t < rows.length && t < set.rows; t++) {
            for (int j = 0; rows[t] != null && j < rows[t].length; j++) {
                set.set(t, j, rows[t][j]);
            }
        }
    }

    /** Lets go of all that {@link #hold} holds, or holds it again. */
    public void holding(boolean on) {
        for (int l = 0; l < layers.size() && !held.isEmpty(); l++) {
            for (String letter : architecture.layers().get(l).clampable()) {
                Tensor set = held.get(architecture.name(l, letter));
                if (set != null) {
                    ((Recurrent) layers.get(l)).hold(letter, on ? set : null);
                }
            }
        }
    }

    /** No gradient goes further back than every {@code k} steps; 0 lets all of it through. */
    public void truncate(int k) {
        for (Layer layer : layers) {
            layer.truncate(k);
        }
    }

    /** Takes in one example: its inputs, and where it has any, its targets; B must be 1. */
    public void load(Example example) {
        load(List.of(example), 0, example.steps(), example.counted());
    }

    /**
     * Takes in {@code n} steps from step {@code from} of B examples that run in the same rhythm.
     *
     * @param counted how many answers make the loss whose part this is
     */
    public void load(List<Example> lanes, int from, int n, int counted) {
        Example first = lanes.get(0);
        split(Math.max(0, first.source() - from));
        forget();
        kernels.zero(x, 0, n * B);
        for (int b = 0; b < B; b++) {
            lanes.get(b).writeInputs(x, from, n, b, B);
        }
        if (loss != null) {
            loss.weight().fill(0);
            int answered = first.counted(from, n);
            if (answered > 0) {
                kernels.zero(target, (n - answered) * B, answered * B);
                for (int b = 0; b < B; b++) {
                    lanes.get(b).writeTargets(target, from, n, b, B);
                }
                count((n - answered) * B, n * B, architecture.head().share(counted));
                classify(lanes, from, n, answered);
            }
        }
    }

    /** Only the last of the answers that were taken in counts, and whole. */
    public void countOnlyLast(int T) {
        loss.weight().columns(0, (T - 1) * B).fill(0);
        loss.weight().columns((T - 1) * B, B).fill(architecture.head().share(B));
    }

    /** After {@link #forward}, and until the next example is taken in, one step's share of the loss alone counts. */
    public void countOnly(int step) {
        double own = loss.weight().get(step);
        loss.weight().fill(0);
        loss.weight().set(step, own);
        total.set(0, own * loss.loss().get(step));
    }

    /** Whether the loss of a step counts. */
    public boolean counts(int step) {
        return loss.weight().get(step) > 0;
    }

    /** Takes in the source that a decoder is to translate; nothing else. */
    public void read(Example example) {
        split(example.source());
        kernels.zero(x, 0, example.source() * B);
        example.writeInputs(x, 0, example.source(), 0, B);
    }

    /** A shorter encoder before this one left answers where this one reads. */
    private void forget() {
        if (source > 0 && attention != null) {
            attention.named(x.rows / B).forEach(named -> named.tensor().fill(0));
        }
        if (source > 0) {
            dense.logits().rows(0, source * B).fill(0);
            y().rows(0, source * B).fill(0);
        }
    }

    private void count(int from, int to, double share) {
        loss.weight().columns(from, to - from).fill(share);
    }

    /** Of the last {@code answered} of {@code n} steps from step {@code from}, the right class. */
    private void classify(List<Example> lanes, int from, int n, int answered) {
        for (int b = 0; classes() && b < B; b++) {
            Example example = lanes.get(b);
            for (int t = n - answered; t < n; t++) {
                int r = t * B + b;
                loss.target().set(0, r, example.classes() == null ? likeliest(target, r)
                        : example.classes()[from + t - (example.steps() - example.counted())]);
            }
        }
    }

    /** The decoder begins at step {@code S}, where there is one. */
    private void split(int S) {
        source = S;
        for (Layer layer : layers) {
            if (layer instanceof EncoderDecoder both) {
                both.split(S);
            }
        }
    }

    /** From now on runs are those of training: with what it draws. @param forcing see {@link #forward} */
    public void train(Rng drawn, double teacherForcing) {
        rng = drawn;
        forcing = architecture.decodes() ? teacherForcing : 1;
        for (Layer layer : layers) {
            if (layer instanceof Dropout dropout) {
                dropout.draw(drawn, x.rows / B);
            }
        }
    }

    /** From now on runs are those of use: nothing is dropped, and a decoder is given what it should have written. */
    public void use() {
        rng = null;
        forcing = 1;
        for (Layer layer : layers) {
            if (layer instanceof Dropout dropout) {
                dropout.rest();
            }
        }
    }

    /**
     * Everything from x to the loss, for {@code T} steps. With teacher forcing below 1, a decoder is given its
     * likeliest symbol instead of what it should have written, as often as that says (Bengio et al., 2015).
     */
    public void forward(int T) {
        int first = forcing < 1 ? source + 1 : T;
        run(0, first);
        for (int t = first; t < T; t++) {
            for (int b = 0; b < B; b++) {
                if (rng.nextDouble() >= forcing) {
                    feed(t * B + b, likeliest(y(), (t - 1) * B + b));
                }
            }
            run(t, 1);
        }
        if (output != null) {
            total.set(0, loss.forward(T));
        }
    }

    /** Makes a row of the inputs a symbol. */
    public void feed(int row, int symbol) {
        x.rows(row, 1).fill(0);
        x.set(row, symbol, 1);
    }

    /** The states and answers of {@code n} steps from step {@code from}. */
    public void run(int from, int n) {
        Tensor below = x;
        for (int l = 0; l < layers.size(); l++) {
            int begin = Math.max(from, first[l]);
            layers.get(l).forward(below, begin, Math.max(0, from + n - begin));
            below = layers.get(l).h();
        }
        if (pooling != null) {
            pooling.forward(below, from + n);
            below = pooling.h();
        }
        if (output != null && !architecture.feedsBack()) {
            int answering = Math.max(from, source);
            int answers = Math.max(0, from + n - answering);
            if (attention != null) {
                attention.forward(below, source, answering, answers);
                below = attention.joined();
            }
            output.forward(below, answering * B, answers * B);
        }
    }

    /** Back from the loss of the last {@link #forward}; the gradients of the weights are added to. */
    public void backward(int T) {
        loss.backward(T);
        backwardFromLogits(T, dx);
    }

    /** {@link #backward} without what flows back to the inputs, from which nothing is learned. */
    public void learn(int T) {
        loss.backward(T);
        backwardFromLogits(T, null);
    }

    /** Back from the output of one step, {@code dy}, as if there were no loss. */
    public void backwardFrom(Tensor dy, int step, int T) {
        dlogits().fill(0);
        loss.weight().fill(0);
        loss.backward(dy, step, 1);
        backwardFromLogits(T, dx);
    }

    private void backwardFromLogits(int T, Tensor toInputs) {
        Layer top = layers.get(layers.size() - 1);
        Layer under = pooling == null ? top : pooling;
        if (attention != null) {
            top.dh().rows(0, T * B).fill(0);
            output.backward(attention.djoined(), source * B, (T - source) * B);
            attention.backward(top.h(), top.dh(), source, source, T - source);
        } else if (!architecture.feedsBack()) {
            output.backward(under.dh(), 0, T * B);
        }
        if (pooling != null) {
            pooling.backward(top.h(), top.dh(), T);
        }
        for (int l = layers.size() - 1; l >= 0; l--) {
            Tensor below = l == 0 ? x : layers.get(l - 1).h();
            Tensor dBelow = l == 0 ? toInputs : layers.get(l - 1).dh();
            layers.get(l).end(T);
            layers.get(l).backward(below, dBelow, first[l], T - first[l]);
        }
        if (begun) {
            starts.learn();
        }
        dense.gradients(attention == null ? under.h() : attention.joined(), T);
    }

    /** Hands the states after step {@code T} in again. */
    public void carry(int T) {
        begun = false;
        for (Layer layer : layers) {
            layer.carry(T);
        }
    }

    /** How a decoder looks at its encoder; null if it does not. */
    public Attention attention() {
        return attention;
    }

    /** L of the last {@link #forward}. */
    public double totalLoss() {
        return total.get(0);
    }

    /** How many of the counted steps are answered right: the likeliest class, or every number on its side of ½. */
    public int right(int T) {
        int right = 0;
        for (int r = 0; r < T * B; r++) {
            right += loss.weight().get(r) > 0 && right(y(), target, r) ? 1 : 0;
        }
        return right;
    }

    private boolean right(Tensor y, Tensor wanted, int r) {
        if (classes()) {
            return likeliest(y, r) == likeliest(wanted, r);
        }
        for (int j = 0; j < y.cols; j++) {
            if (y.get(r, j) > 0.5 != wanted.get(r, j) > 0.5) {
                return false;
            }
        }
        return true;
    }

    /** The column of a row's largest number. */
    public static int likeliest(Tensor tensor, int row) {
        int best = 0;
        for (int j = 1; j < tensor.cols; j++) {
            if (tensor.get(row, j) > tensor.get(row, best)) {
                best = j;
            }
        }
        return best;
    }

    public Tensor x() {
        return x;
    }

    public Tensor dx() {
        return dx;
    }

    public List<Layer> layers() {
        return layers;
    }

    /** What makes one vector of all steps for the head; null where it reads the last layer itself. */
    public Pooling pooling() {
        return pooling;
    }

    /** The head before its nonlinearity. */
    public Tensor logits() {
        return dense.logits();
    }

    /** ∂L/∂logits. */
    public Tensor dlogits() {
        return dense.dlogits();
    }

    /** What the head says. */
    public Tensor y() {
        return loss.y();
    }

    /** The head's loss; null if there is no head. */
    public Loss loss() {
        return loss;
    }

    /** What the head should say, one row a step; null if there is no head. */
    public Tensor target() {
        return target;
    }

    /** L, as a tensor of one number. */
    public Tensor total() {
        return total;
    }
}
