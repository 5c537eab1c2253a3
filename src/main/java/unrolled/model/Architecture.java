package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.nn.Attention;
import unrolled.nn.AttentionPool;
import unrolled.nn.Dense;
import unrolled.nn.Shape;

/**
 * The form of a network, without its numbers.
 *
 * @param inputs X, numbers in at every step
 * @param layers the layers, lowest first
 * @param head   the output layer, or null: the states are what one looks at
 * @param start  what its weights and states start from
 */
public record Architecture(int inputs, List<Cell> layers, Head head, Start start) {

    public Architecture(int inputs, List<Cell> layers, Head head) {
        this(inputs, layers, head, Start.usual());
    }

    /**
     * The prefix of a layer's tensors; {@code layer} counts from 0. Of layers that are numbered {@code l1. l2. …}, but
     * none where there is one of them; a dropout has that of the layer under it, or its letter ({@code e.}).
     */
    public String prefix(int layer) {
        Cell cell = layers.get(layer);
        if (cell instanceof DropoutCell) {
            Cell under = layers.get(layer - 1);
            return under.numbered() ? prefix(layer - 1) : under.output() + ".";
        }
        return cell.numbered() && numbered(layers.size()) > 1 ? "l" + (numbered(layer) + 1) + "." : "";
    }

    /** How many of the first {@code n} layers are numbered. */
    private int numbered(int n) {
        int count = 0;
        for (Cell cell : layers.subList(0, n)) {
            count += cell.numbered() ? 1 : 0;
        }
        return count;
    }

    /**
     * What the net calls a tensor of a layer: the output that a Jordan layer feeds back ({@code y0}) belongs to the
     * net.
     */
    public String name(int layer, String tensor) {
        return tensor.equals("y0") || tensor.equals("dy0") ? tensor : prefix(layer) + tensor;
    }

    /** The tensor that a layer hands up: its h, or of two directions both. */
    public String output(int layer) {
        return prefix(layer) + layers.get(layer).output();
    }

    /** The tensor that comes into a layer. */
    public String input(int layer) {
        return layer == 0 ? "x" : output(layer - 1);
    }

    /** The tensor that the head reads. */
    public String headInput() {
        return head.at().pools() ? "ctx" : aligns() ? "joined" : output(top());
    }

    /** Numbers that the head reads at every step that answers. */
    public int headInputs() {
        return aligns() ? 2 * outputs(top()) : outputs(top());
    }

    /** The index of the last layer. */
    public int top() {
        return layers.size() - 1;
    }

    public boolean isBidirectional(int layer) {
        return layers.get(layer) instanceof Cell.BidirectionalCell;
    }

    /** Whether any layer reads steps that are still to come: then a layer must be through before the next begins. */
    public boolean looksAhead() {
        boolean any = false;
        for (int l = 0; l < layers.size(); l++) {
            any |= isBidirectional(l) || layers.get(l).after() > 0;
        }
        return any;
    }

    /** Whether it reads first and then writes, with a memory in common. */
    public boolean decodes() {
        boolean any = false;
        for (Cell cell : layers) {
            any |= cell instanceof Cell.EncoderDecoderCell;
        }
        return any;
    }

    /** The last layer that has states, from 0; −1 if there is none. */
    public int lastRecurrent() {
        int last = -1;
        for (int l = 0; l < layers.size(); l++) {
            last = layers.get(l).states().isEmpty() ? last : l;
        }
        return last;
    }

    /** Whether a decoder looks at all the states of its encoder. */
    public boolean aligns() {
        return head != null && head.at() == Head.At.ALIGNED;
    }

    /** Whether all of a sequence is read before it is answered. */
    public boolean readsWhole() {
        return looksAhead() || decodes() || head != null && head.at().pools() || first(top()) > 0;
    }

    /** How many steps of x one output of a layer depends on; 0: on all before it, or on all there are. */
    public int field(int layer) {
        int field = 1;
        for (Cell cell : layers.subList(0, layer + 1)) {
            if (!cell.states().isEmpty()) {
                return 0;
            }
            field += cell.before() + cell.after();
        }
        return field;
    }

    /** The first step at which a layer computes anything: a convolution without padding begins late. */
    public int first(int layer) {
        int first = 0;
        for (Cell cell : layers.subList(0, layer + 1)) {
            first += cell.missing();
        }
        return first;
    }

    /** Whether the last layer runs the head and feeds its output back. */
    public boolean feedsBack() {
        return layers.get(top()) instanceof Cell.JordanCell;
    }

    /** Whether gradients can flow through all of it: threshold units have none. */
    public boolean hasSlope() {
        boolean slope = head == null || head.kind() != Head.Kind.THRESHOLD;
        for (Cell cell : layers) {
            slope &= cell.hasSlope();
        }
        return slope;
    }

    /** Whether an example has anything to teach it. */
    public boolean learnsFrom(Example example) {
        return head != null && example.targets() != null && hasSlope();
    }

    /** Numbers that come into a layer at every step; {@code layer} counts from 0. */
    public int inputs(int layer) {
        return layer == 0 ? inputs : outputs(layer - 1);
    }

    /** Numbers that a layer hands up at every step. */
    public int outputs(int layer) {
        return layers.get(layer).outputs(inputs(layer));
    }

    /** Every weight of the net, lowest layer first. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            shapes.addAll(shapes(l));
        }
        shapes.addAll(headShapes());
        return shapes;
    }

    /** The weights of a layer, and its states if they are learned. */
    public List<Shape> shapes(int layer) {
        List<Shape> shapes = new ArrayList<>(layers.get(layer).shapes(prefix(layer), inputs(layer)));
        if (start.state(layer) == Start.State.LEARNED) {
            for (String letter : layers.get(layer).states()) {
                shapes.add(new Shape(prefix(layer) + letter + "0", layers.get(layer).stateSize(), 0));
            }
        }
        return shapes;
    }

    /** Whether a tensor of that name is a state that is learned. */
    public boolean learnsState(int layer, String name) {
        return start.state(layer) == Start.State.LEARNED && name.endsWith("0");
    }

    /** The weights of the head and of what it reads by; none without a head. */
    public List<Shape> headShapes() {
        List<Shape> shapes = new ArrayList<>();
        if (head != null) {
            shapes.addAll(Dense.shapes(headInputs(), head.size()));
            if (aligns()) {
                shapes.addAll(Attention.shapes(outputs(top())));
            }
            if (head.at() == Head.At.ATTENTION) {
                shapes.addAll(AttentionPool.shapes(outputs(top())));
            }
        }
        return shapes;
    }

    /**
     * One gate's rows of a weight, under a name of its own: {@code Wx.f}.
     *
     * @param whole the weight it is a part of
     * @param first its first row there (of a vector: its first entry)
     */
    public record Block(Shape shape, String whole, int first) { }

    /** The gates' parts of Wx, Wh and b, for every layer that has gates. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Cell cell = layers.get(l);
            for (Shape shape : shapes(l)) {
                if (shape.rows() == cell.gates().size() * cell.hidden()) {
                    for (int g = 0; g < cell.gates().size(); g++) {
                        blocks.add(new Block(new Shape(shape.name() + "." + cell.gates().get(g), cell.hidden(),
                                shape.cols()),
                                shape.name(), g * cell.hidden()));
                    }
                }
            }
        }
        return blocks;
    }

    /** Whether the weights of both have the same shapes and, from one seed, the same first numbers. */
    public boolean startsAs(Architecture other) {
        return shapes().equals(other.shapes()) && forgetBiases().equals(other.forgetBiases())
                && start.kind() == other.start.kind() && start.gain() == other.start.gain();
    }

    private List<Double> forgetBiases() {
        List<Double> biases = new ArrayList<>();
        for (Cell cell : layers) {
            if (cell.direction() instanceof Cell.LstmCell lstm) {
                biases.add(lstm.forgetBias());
            }
        }
        return biases;
    }

    /** Whether a weight, or a gate's part of one, is a vector: a bias. */
    public boolean isVector(String name) {
        for (Shape shape : shapes()) {
            if (shape.name().equals(name)) {
                return shape.cols() == 0;
            }
        }
        for (Block block : blocks()) {
            if (block.shape().name().equals(name)) {
                return block.shape().cols() == 0;
            }
        }
        throw new IllegalArgumentException("this net has no weight " + name);
    }
}
