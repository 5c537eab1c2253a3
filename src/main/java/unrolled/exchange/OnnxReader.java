package unrolled.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unrolled.exchange.FileLayers.Kind;
import unrolled.exchange.FileLayers.Layer;
import unrolled.nn.Reset;

/**
 * Reads the weights of an ONNX file: those of its recurrent operators, embeddings, convolutions and products with a
 * constant matrix, in the order of its nodes. What a node without weights does is the architecture's to say.
 */
final class OnnxReader {
    private final Map<String, OnnxConstant> constants = new HashMap<>();
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, String> same = new HashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private Reset reset;

    /** @throws IllegalArgumentException naming what is wrong with the file, or what this core has not */
    OnnxReader(byte[] file) {
        ProtoReader model = new ProtoReader(file);
        boolean graph = false;
        while (model.next()) {
            if (model.field() == 7) {
                graph(model.message());
                graph = true;
            } else if (model.field() == 14) {
                entry(model.message());
            }
        }
        require(graph, "an ONNX file must have a graph, got none");
        nodes.forEach(this::read);
    }

    /** Whether a file begins with field 1 of a model, and not as a safetensors file, with a small length and a brace. */
    static boolean isOnnx(byte[] file) {
        return file.length > 8 && file[0] == 8 && !(file[7] == 0 && file[8] == '{');
    }

    Map<String, String> metadata() {
        return metadata;
    }

    List<Layer> layers() {
        return layers;
    }

    /** Where its GRUs reset; null if it has none. */
    Reset reset() {
        return reset;
    }

    private void entry(ProtoReader entry) {
        String key = "";
        String value = "";
        while (entry.next()) {
            key = entry.field() == 1 ? entry.text() : key;
            value = entry.field() == 2 ? entry.text() : value;
        }
        metadata.put(key, value);
    }

    private void graph(ProtoReader graph) {
        List<OnnxConstant> found = new ArrayList<>();
        while (graph.next()) {
            if (graph.field() == 1) {
                nodes.add(new OnnxNode(graph.message(), found));
            } else if (graph.field() == 5) {
                found.add(OnnxConstant.read(graph.message(), ""));
            }
        }
        for (OnnxConstant constant : found) {
            require(constants.put(constant.name(), constant) == null, "a constant must have a name of its own, got "
                    + SafetensorsReader.shown(constant.name()) + " twice");
        }
    }

    private void read(OnnxNode node) {
        switch (node.operator) {
            case "Identity", "Expand" -> {
                if (node.outputs.size() == 1) {
                    same.put(node.outputs.get(0), source(node.input(0)));
                }
            }
            case "RNN" -> recurrent(node, 0);
            case "GRU" -> {
                Reset here = node.number("linear_before_reset", 0) == 0 ? Reset.BEFORE : Reset.AFTER;
                require(reset == null || reset == here, "all GRUs of a net must reset in the same place, got both");
                reset = here;
                recurrent(node, 1, 0, 2);                       // theirs z r h, ours r z n
            }
            case "LSTM" -> recurrent(node, 0, 2, 3, 1);         // theirs i o f c, ours i f g o
            case "Gather" -> table(node);
            case "Conv" -> conv(node);
            case "MatMul", "Gemm" -> product(node);
            case "Add" -> bias(node);
            default -> { }
        }
    }

    private void recurrent(OnnxNode node, int... order) {
        require(node.number("layout", 0) == 0, node.shown() + " must have time first (layout 0)");
        require(!node.has("clip"), node.shown() + " must not clip what goes into its activations");
        String direction = node.word("direction", "forward");
        require(!direction.equals("reverse"), node.shown() + " must run forward or both ways, got reverse");
        NamedArray W = weights(node, 1, 3);
        NamedArray R = weights(node, 2, 3);
        NamedArray B = node.input(3).isEmpty() ? null : weights(node, 3, 2);
        int D = direction.equals("bidirectional") ? 2 : 1;
        int rows = W.shape()[1];
        int H = R.shape()[2];
        require(W.shape()[0] == D && R.shape()[0] == D && R.shape()[1] == rows && rows == order.length * H
                && (B == null || B.shape()[0] == D && B.shape()[1] == 2 * rows), node.shown() + " must have W [" + D + ", "
                + order.length * H + ", X], R [" + D + ", " + order.length * H + ", " + H + "] and B [" + D + ", "
                + 2 * order.length * H + "], got " + NamedArray.shown(W.shape()) + ", " + NamedArray.shown(R.shape())
                + (B == null ? "" : " and " + NamedArray.shown(B.shape())));
        Layer layer = new Layer(node.shown(), Kind.RECURRENT);
        for (int d = 0; d < D; d++) {
            String end = d == 0 ? "" : "_reverse";
            add(layer, "weight_ih" + end, new int[] {rows, W.shape()[2]}, W, d * rows * W.shape()[2], order);
            add(layer, "weight_hh" + end, new int[] {rows, H}, R, d * rows * H, order);
            if (B != null) {
                add(layer, "bias_ih" + end, new int[] {rows}, B, 2 * d * rows, order);
                add(layer, "bias_hh" + end, new int[] {rows}, B, (2 * d + 1) * rows, order);
            }
            state(layer, "h0" + end, node.input(5), d, H);
            state(layer, "c0" + end, node.input(6), d, H);
        }
        layers.add(layer);
    }

    /** A state that is handed in as a constant; one that is computed or zero is none. */
    private void state(Layer layer, String part, String input, int d, int H) {
        OnnxConstant constant = constants.get(source(input));
        if (constant != null && constant.numbers() != null && constant.numbers().data().length >= (d + 1) * H) {
            add(layer, part, new int[] {H}, constant.numbers(), d * H, 0);
        }
    }

    private static void add(Layer layer, String part, int[] shape, NamedArray from, int at, int... order) {
        float[] data = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
        System.arraycopy(from.data(), at, data, 0, data.length);
        layer.add(part, shape, FileLayers.blocks(data, order));
    }

    /** Rows of a matrix of constants are an embedding; what else is gathered is none. */
    private void table(OnnxNode node) {
        OnnxConstant constant = constants.get(source(node.input(0)));
        if (constant != null && constant.numbers() != null && constant.numbers().shape().length == 2) {
            Layer layer = new Layer(node.shown(), Kind.TABLE);
            layer.add("weight", constant.numbers().shape(), constant.numbers().data());
            layers.add(layer);
        }
    }

    private void conv(OnnxNode node) {
        NamedArray W = weights(node, 1, 3);
        Layer layer = new Layer(node.shown(), Kind.AFFINE);
        layer.add("weight", W.shape(), W.data());
        if (!node.input(2).isEmpty()) {
            NamedArray b = weights(node, 2, 1);
            layer.add("bias", b.shape(), b.data());
        }
        layers.add(layer);
    }

    /** x W, of a Gemm perhaps x Wᵀ + b; a product of two things that are computed has no weights. */
    private void product(OnnxNode node) {
        boolean general = node.operator.equals("Gemm");
        if (!constants.containsKey(source(node.input(1)))) {
            return;
        }
        require(!general || node.real("alpha", 1) == 1 && node.real("beta", 1) == 1 && node.number("transA", 0) == 0,
                node.shown() + " must be x W + b, without factors, and x not turned");
        NamedArray W = weights(node, 1, 2);
        int[] shape = W.shape();
        boolean turned = general && node.number("transB", 0) == 1;
        Layer layer = new Layer(node.outputs.isEmpty() ? "" : node.outputs.get(0), Kind.AFFINE);
        layer.add("weight", turned ? shape : new int[] {shape[1], shape[0]},
                turned ? W.data() : FileLayers.turned(W.data(), shape[0], shape[1]));
        if (general && !node.input(2).isEmpty()) {
            NamedArray b = weights(node, 2, 1);
            layer.add("bias", b.shape(), b.data());
        }
        layers.add(layer);
    }

    /** What is added to a product is its bias. */
    private void bias(OnnxNode node) {
        for (int i = 0; i < 2; i++) {
            OnnxConstant constant = constants.get(source(node.input(1 - i)));
            String product = source(node.input(i));
            for (Layer layer : layers) {
                if (constant != null && constant.numbers() != null && layer.kind() == Kind.AFFINE
                        && layer.name().equals(product) && !layer.parts().containsKey("bias")) {
                    layer.add("bias", constant.numbers().shape(), constant.numbers().data());
                }
            }
        }
    }

    private NamedArray weights(OnnxNode node, int input, int dimensions) {
        String name = source(node.input(input));
        OnnxConstant constant = constants.get(name);
        require(constant != null, node.shown() + " must have its weights as constants of the graph, got "
                + SafetensorsReader.shown(name) + ", which is computed or handed in");
        require(constant.numbers() != null, SafetensorsReader.shown(name) + ": " + constant.reason());
        require(constant.numbers().shape().length == dimensions, SafetensorsReader.shown(name) + " must have " + dimensions
                + " dimensions, got " + NamedArray.shown(constant.numbers().shape()));
        return constant.numbers();
    }

    private String source(String name) {
        return same.getOrDefault(name, name);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
