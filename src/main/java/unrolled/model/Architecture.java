package unrolled.model;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.nn.Dense;
import unrolled.nn.Shape;

/**
 * The form of a network, without its numbers.
 *
 * @param inputs X, numbers in at every step
 * @param layers the recurrent layers, lowest first
 * @param head   the output layer, or null: the states are what one looks at
 */
public record Architecture(int inputs, List<Cell> layers, Head head) {

    /**
     * The prefix of a layer's tensors: none in a net of one layer, else {@code l1. l2. …}; {@code layer} counts from
     * 0.
     */
    public String prefix(int layer) {
        return layers.size() == 1 ? "" : "l" + (layer + 1) + ".";
    }

    /**
     * What the net calls a tensor of a layer: the output that a Jordan layer feeds back ({@code y0}) belongs to the
     * net.
     */
    public String name(int layer, String tensor) {
        return tensor.equals("y0") || tensor.equals("dy0") ? tensor : prefix(layer) + tensor;
    }

    /** What a layer hands up: its h, or of two directions both. */
    public String output(int layer) {
        return prefix(layer) + (isBidirectional(layer) ? "both" : "h");
    }

    public boolean isBidirectional(int layer) {
        return layers.get(layer) instanceof Cell.BidirectionalCell;
    }

    /** Whether any layer runs in both directions: then a layer must be through before the next can begin. */
    public boolean isBidirectional() {
        boolean any = false;
        for (int l = 0; l < layers.size(); l++) {
            any |= isBidirectional(l);
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

    /** Whether a step depends on those before it by states alone: then time can be run in pieces. */
    public boolean keepsOnlyStates() {
        return true;
    }

    /** Whether the last layer runs the head and feeds its output back. */
    public boolean feedsBack() {
        return layers.get(layers.size() - 1) instanceof Cell.JordanCell;
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
        return layer == 0 ? inputs : layers.get(layer - 1).outputs();
    }

    /** Every weight of the net, lowest layer first. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            shapes.addAll(layers.get(l).shapes(prefix(l), inputs(l)));
        }
        if (head != null) {
            shapes.addAll(Dense.shapes(layers.get(layers.size() - 1).outputs(), head.size()));
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
            for (Shape shape : cell.shapes(prefix(l), inputs(l))) {
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
        return shapes().equals(other.shapes()) && forgetBiases().equals(other.forgetBiases());
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
