package unrolled.exchange;

import java.util.ArrayList;
import java.util.List;
import unrolled.exchange.OnnxGraph.Attributes;
import unrolled.lab.Lab;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.HiddenCell;
import unrolled.model.WindowCell;
import unrolled.nn.Activation;
import unrolled.nn.Reset;
import unrolled.preset.Preset;
import unrolled.tensor.Tensor;

/**
 * A model as an ONNX file (opset 17), as it computes in use.
 *
 * <pre>
 *   in    tokens   steps × batch            indices of the vocabulary, where the data are symbols
 *         x        steps × batch × X        where they are numbers
 *   out   h        steps × batch × H        what the last layer hands up
 *         y        steps × batch × Y        or batch × Y where one step answers for all
 * </pre>
 */
public final class Onnx {
    private final Lab lab;
    private final Preset preset;
    private final Architecture architecture;
    private final OnnxGraph graph = new OnnxGraph();
    private String x;

    private Onnx(Lab lab) {
        this.lab = lab;
        this.preset = lab.preset();
        this.architecture = preset.architecture();
    }

    /** @throws IllegalArgumentException if ONNX has no operator for it, with the reason */
    public static byte[] write(Lab lab) {
        return new Onnx(lab).write();
    }

    private byte[] write() {
        require(!preset.holds(), "a value that is held by hand", "let go of it first");
        String h = input();
        for (int l = 0; l < architecture.layers().size(); l++) {
            h = layer(l, h);
        }
        graph.output("h", h, true, architecture.outputs(architecture.top()));
        if (architecture.head() != null) {
            head(architecture.head(), h);
        }
        List<String> metadata = new ArrayList<>();
        ModelFile.metadata(lab).forEach((name, value) -> metadata.addAll(List.of(name, value)));
        if (preset.data().answers() != null) {
            metadata.addAll(List.of("answers", ModelFile.symbols(preset.data().answers())));
        }
        return graph.bytes(preset.lesson().title(), metadata);
    }

    /** The first layer's input; of an embedding, its indices. */
    private String input() {
        int X = architecture.inputs();
        if (preset.data().vocabulary() == null) {
            x = graph.input("x", X);
            return x;
        }
        x = graph.input("tokens", 0);
        return architecture.layers().get(0) instanceof EmbeddingCell ? x
                : graph.node("OneHot", new Attributes().number("axis", -1), x, graph.number(X),
                graph.floats("off_on", new int[] {2}, new double[] {0, 1}));
    }

    private String layer(int l, String below) {
        Cell cell = architecture.layers().get(l);
        String prefix = architecture.prefix(l);
        if (cell instanceof DropoutCell) {
            return below;
        } else if (cell instanceof EmbeddingCell) {
            return embedding(prefix + "We", below);
        } else if (cell instanceof HiddenCell hidden) {
            return activated(hidden.activation(), affine(prefix + "Wx", prefix + "b", below));
        } else if (cell instanceof WindowCell window) {
            return window(below, window.before(), window.after());
        } else if (cell instanceof ConvCell conv) {
            return activated(conv.activation(), conv(conv, prefix, below));
        }
        return recurrent(l, cell, below);
    }

    private String embedding(String We, String below) {
        Tensor weight = lab.trace().tensor(We);
        String table = graph.floats(We, new int[] {weight.cols, weight.rows}, turned(weight));
        return below.equals("tokens") ? graph.node("Gather", table, below) : graph.node("MatMul", below, table);
    }

    /** Steps side by side: each shifted along time, with zeros beyond the ends. */
    private String window(String below, int before, int after) {
        int width = before + 1 + after;
        String padded = graph.node("Pad", below, graph.numbers(before, 0, 0, after, 0, 0));
        String[] parts = new String[width];
        for (int p = 0; p < width; p++) {
            int end = width - 1 - p;
            parts[p] = graph.node("Slice", padded, graph.numbers(p),
                    graph.numbers(end == 0 ? Integer.MAX_VALUE : -end), graph.numbers(0));
        }
        return graph.node("Concat", new Attributes().number("axis", -1), parts);
    }

    /** Theirs B × X × T, ours T × B × X; a convolution there is a correlation, so one that flips is turned. */
    private String conv(ConvCell conv, String prefix, String below) {
        int width = conv.width();
        int H = conv.hidden();
        int X = lab.trace().tensor(prefix + "Wx").cols / width;
        double[] Wx = numbers(prefix + "Wx");
        double[] W = new double[Wx.length];
        for (int i = 0; i < W.length; i++) {
            int part = conv.flip() ? width - 1 - i % width : i % width;
            W[i] = Wx[i / (width * X) * width * X + part * X + i / width % X];
        }
        String turned = graph.node("Transpose", new Attributes().numbers("perm", 1, 2, 0), below);
        String a = graph.node("Conv", new Attributes().numbers("pads", conv.pad() ? width - 1 : 0, 0), turned,
                graph.floats(prefix + "Wx", new int[] {H, X, width}, W),
                graph.floats(prefix + "b", new int[] {H}, numbers(prefix + "b")));
        return graph.node("Transpose", new Attributes().numbers("perm", 2, 0, 1), a);
    }

    private String affine(String W, String b, String below) {
        Tensor weight = lab.trace().tensor(W);
        return graph.node("Add", graph.node("MatMul", below,
                graph.floats(W, new int[] {weight.cols, weight.rows}, turned(weight))),
                graph.floats(b, new int[] {weight.rows}, numbers(b)));
    }

    private String activated(Activation activation, String a) {
        return switch (activation) {
            case TANH -> graph.node("Tanh", a);
            case SIGMOID -> graph.node("Sigmoid", a);
            case RELU -> graph.node("Relu", a);
            case LINEAR -> a;
            case THRESHOLD -> graph.node("Cast", new Attributes().number("to", 1), graph.node("Greater", a,
                    graph.floats("zero_" + a, new int[0], new double[] {0})));
        };
    }

    private String recurrent(int l, Cell cell, String below) {
        require(!(cell instanceof Cell.JordanCell), "a Jordan layer",
                "ONNX's recurrent operators feed back a layer's own states, not the output of the net");
        require(!(cell instanceof Cell.EncoderDecoderCell), "an encoder and decoder", "it is not written yet");
        Cell one = cell.direction();
        int H = cell.hidden();
        int D = cell.prefixes("").size();
        Attributes attributes = new Attributes().number("hidden_size", H)
                .word("direction", D == 2 ? "bidirectional" : "forward");
        int[] order = {0};                                      // which of our blocks of rows stands where
        if (one instanceof Cell.ElmanCell elman) {
            activation(elman.activation(), D, attributes);
        } else if (one instanceof Cell.GruCell gru) {
            order = new int[] {1, 0, 2};                        // theirs z r h, ours r z n
            attributes.number("linear_before_reset", gru.reset() == Reset.AFTER ? 1 : 0);
        } else {
            order = new int[] {0, 3, 1, 2};                     // theirs i o f c, ours i f g o
        }
        String prefix = architecture.prefix(l);
        int X = architecture.inputs(l);
        int G = order.length;
        double[] W = new double[D * G * H * X];
        double[] R = new double[D * G * H * H];
        double[] B = new double[D * 2 * G * H];
        for (int d = 0; d < D; d++) {
            String name = cell.prefixes(prefix).get(d);
            blocks(numbers(name + "Wx"), order, W, d * G * H * X);
            blocks(numbers(name + "Wh"), order, R, d * G * H * H);
            blocks(numbers(name + "b"), order, B, d * 2 * G * H);
            if (one instanceof Cell.GruCell gru && gru.reset() == Reset.AFTER) {
                System.arraycopy(numbers(name + "bhn"), 0, B, (d + 1) * 2 * G * H - H, H);
            }
        }
        List<String> inputs = new ArrayList<>(List.of(below,
                graph.floats(prefix + "W", new int[] {D, G * H, X}, W),
                graph.floats(prefix + "R", new int[] {D, G * H, H}, R),
                graph.floats(prefix + "B", new int[] {D, 2 * G * H}, B), ""));
        inputs.add(state(l, "h", D, H));
        if (one instanceof Cell.LstmCell) {
            inputs.add(state(l, "c", D, H));
        }
        String operator = one instanceof Cell.ElmanCell ? "RNN" : one instanceof Cell.GruCell ? "GRU" : "LSTM";
        String steps = graph.node(operator, attributes, inputs.toArray(new String[0]));
        // theirs T × D × B × H, ours T × B × D·H
        return graph.node("Reshape", graph.node("Transpose", new Attributes().numbers("perm", 0, 2, 1, 3), steps),
                graph.numbers(0, 0, D * H));
    }

    private void activation(Activation activation, int D, Attributes attributes) {
        require(activation != Activation.THRESHOLD, "threshold units that feed back",
                "ONNX's recurrent operator knows no such activation");
        String name = switch (activation) {
            case TANH -> "Tanh";
            case SIGMOID -> "Sigmoid";
            case RELU -> "Relu";
            default -> "Affine";
        };
        attributes.words("activations", D == 2 ? List.of(name, name) : List.of(name));
        if (name.equals("Affine")) {
            attributes.floats("activation_alpha", D, 1).floats("activation_beta", D, 0);
        }
    }

    /** The states handed in, the same for every sequence; none where all are 0. */
    private String state(int l, String letter, int D, int H) {
        double[] numbers = new double[D * H];
        boolean any = false;
        for (int d = 0; d < D; d++) {
            String name = architecture.layers().get(l).prefixes(architecture.prefix(l)).get(d) + letter + "0";
            double[] given = architecture.learnsState(l, name) ? numbers(name) : preset.state().get(name);
            if (given != null) {
                any = true;
                System.arraycopy(given, 0, numbers, d * H, H);
            }
        }
        if (!any) {
            return "";
        }
        String batch = graph.node("Shape", new Attributes().number("start", 1).number("end", 2), x);
        String shape = graph.node("Concat", new Attributes().number("axis", 0), graph.numbers(D), batch,
                graph.numbers(H));
        return graph.node("Expand", graph.floats(architecture.prefix(l) + letter + "0", new int[] {D, 1, H}, numbers),
                shape);
    }

    private void head(Head head, String h) {
        String read = switch (head.at()) {
            case EVERY -> h;
            case LAST -> graph.node("Gather", new Attributes().number("axis", 0), h, graph.number(-1));
            case MEAN -> graph.node("ReduceMean", new Attributes().numbers("axes", 0).number("keepdims", 0), h);
            case MAX -> graph.node("ReduceMax", new Attributes().numbers("axes", 0).number("keepdims", 0), h);
            case ATTENTION -> attention(h);
            case DECODER, ALIGNED -> throw new IllegalStateException("a decoder was refused before");
        };
        String logits = affine("Wy", "by", read);
        String y = head.kind() == Head.Kind.SOFTMAX ? graph.node("Softmax", new Attributes().number("axis", -1), logits)
                : activated(head.activation(), logits);
        graph.output("y", y, head.at() == Head.At.EVERY, head.size());
    }

    private String attention(String h) {
        Tensor Wa = lab.trace().tensor("Wa");
        String s = graph.node("MatMul", h, graph.floats("Wa", new int[] {Wa.cols, 1}, numbers("Wa")));
        String alpha = graph.node("Softmax", new Attributes().number("axis", 0), s);
        return graph.node("ReduceSum", new Attributes().number("keepdims", 0), graph.node("Mul", alpha, h),
                graph.numbers(0));
    }

    private static double[] turned(Tensor weight) {
        double[] turned = new double[weight.size()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = weight.get(i % weight.rows, i / weight.rows);
        }
        return turned;
    }

    private double[] numbers(String name) {
        Tensor tensor = lab.trace().tensor(name);
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tensor.get(i);
        }
        return numbers;
    }

    private static void blocks(double[] ours, int[] order, double[] into, int at) {
        int block = ours.length / order.length;
        for (int g = 0; g < order.length; g++) {
            System.arraycopy(ours, order[g] * block, into, at + g * block, block);
        }
    }

    private static void require(boolean holds, String what, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(what + " cannot be written as ONNX: " + reason);
        }
    }
}
