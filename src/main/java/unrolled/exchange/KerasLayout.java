package unrolled.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unrolled.exchange.FileLayers.Kind;
import unrolled.exchange.FileLayers.Layer;

/**
 * The weights of a Keras model, as {@code {w.path: w.numpy() for w in model.weights}} names them.
 *
 * <pre>
 *   …/embeddings          V × E
 *   …/kernel              X × G·H, the transpose of our Wx; of an LSTM i f c o, ours i f g o; of a GRU z r h, ours r z n
 *   …/recurrent_kernel    H × G·H
 *   …/bias                G·H; of a GRU with reset_after 2 × 3·H, what is added to Wx x and to Wh h
 *   dense: kernel X × Y, bias; conv1d: kernel width × X × H, bias; forward_… and backward_… are two directions
 * </pre>
 *
 * <p>Layers of a kind come in the order of the numbers in their names: lstm, lstm_1, lstm_2.
 */
final class KerasLayout {
    private static final String BACKWARD = "backward_";
    private static final String FORWARD = "forward_";
    private static final int MOST_DIGITS = 6;

    private KerasLayout() { }

    /** @throws IllegalArgumentException naming the tensor that is none of a layer known here */
    static List<Layer> layers(List<NamedArray> tensors) {
        Map<String, Map<String, NamedArray>> modules = new LinkedHashMap<>();
        for (NamedArray tensor : tensors) {
            String path = tensor.name().endsWith(":0") ? tensor.name().substring(0, tensor.name().length() - 2)
                    : tensor.name();
            int slash = path.lastIndexOf('/');
            String module = path.substring(0, Math.max(0, slash));
            if (!modules.containsKey(module)) {
                modules.put(module, new LinkedHashMap<>());
            }
            modules.get(module).put(path.substring(slash + 1), tensor);
        }
        List<String> names = new ArrayList<>(modules.keySet());
        int model = model(names);
        names.sort((one, other) -> Integer.compare(number(one, model), number(other, model)));
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (String name : names) {
            Map<String, NamedArray> parts = modules.get(name);
            String both = name.replace(BACKWARD, "").replace(FORWARD, "");
            Kind kind = parts.containsKey("embeddings") ? Kind.TABLE
                    : parts.containsKey("recurrent_kernel") ? Kind.RECURRENT : Kind.AFFINE;
            if (!layers.containsKey(both)) {
                layers.put(both, new Layer(both, kind));
            }
            read(layers.get(both), parts, name.contains(BACKWARD) ? "_reverse" : "");
        }
        return new ArrayList<>(layers.values());
    }

    private static void read(Layer layer, Map<String, NamedArray> parts, String end) {
        for (Map.Entry<String, NamedArray> entry : parts.entrySet()) {
            NamedArray tensor = entry.getValue();
            int[] shape = tensor.shape();
            switch (entry.getKey() + " " + shape.length) {
                case "embeddings 2" -> layer.add("weight", shape, tensor.data());
                case "kernel 2" -> turned(layer, layer.kind() == Kind.RECURRENT ? "weight_ih" + end : "weight", tensor,
                        gates(parts));
                case "recurrent_kernel 2" -> turned(layer, "weight_hh" + end, tensor, gates(parts));
                case "bias 1" -> layer.add(layer.kind() == Kind.RECURRENT ? "bias_ih" + end : "bias", shape,
                        FileLayers.blocks(tensor.data(), order(gates(parts))));
                case "bias 2" -> biases(layer, end, tensor, gates(parts));
                case "kernel 3" -> conv(layer, tensor);
                default -> throw new IllegalArgumentException(SafetensorsReader.shown(tensor.name()) + " of shape "
                        + NamedArray.shown(shape) + " must be a kernel, recurrent_kernel, bias or embeddings of Keras");
            }
        }
    }

    private static void turned(Layer layer, String part, NamedArray tensor, int gates) {
        int rows = tensor.shape()[0];
        int cols = tensor.shape()[1];
        layer.add(part, new int[] {cols, rows},
                FileLayers.blocks(FileLayers.turned(tensor.data(), rows, cols), order(gates)));
    }

    private static void biases(Layer layer, String end, NamedArray tensor, int gates) {
        int[] shape = tensor.shape();
        if (layer.kind() != Kind.RECURRENT || shape[0] != 2) {
            throw new IllegalArgumentException(SafetensorsReader.shown(tensor.name()) + " must have one dimension, or of a "
                    + "GRU with reset_after the shape [2, 3 H], got " + NamedArray.shown(shape));
        }
        for (int k = 0; k < 2; k++) {
            float[] one = new float[shape[1]];
            System.arraycopy(tensor.data(), k * one.length, one, 0, one.length);
            layer.add((k == 0 ? "bias_ih" : "bias_hh") + end, new int[] {one.length},
                    FileLayers.blocks(one, order(gates)));
        }
    }

    private static void conv(Layer layer, NamedArray tensor) {
        int width = tensor.shape()[0];
        int rest = tensor.shape()[1] * tensor.shape()[2];
        int H = tensor.shape()[2];
        float[] data = new float[tensor.data().length];
        for (int i = 0; i < data.length; i++) {
            int x = i % rest / H;
            data[(i % H * tensor.shape()[1] + x) * width + i / rest] = tensor.data()[i];
        }
        layer.add("weight", new int[] {H, tensor.shape()[1], width}, data);
    }

    /** How many blocks the rows of a layer's weights have: 1 without a memory. */
    private static int gates(Map<String, NamedArray> parts) {
        NamedArray recurrent = parts.get("recurrent_kernel");
        if (recurrent == null) {
            return 1;
        }
        int[] shape = recurrent.shape();
        int gates = shape.length != 2 || shape[0] == 0 || shape[1] % shape[0] != 0 ? 0 : shape[1] / shape[0];
        if (gates != 1 && gates != 3 && gates != 4) {
            throw new IllegalArgumentException(SafetensorsReader.shown(recurrent.name()) + " must have the shape [H, H], "
                    + "[H, 3 H] or [H, 4 H], got " + NamedArray.shown(shape));
        }
        return gates;
    }

    private static int[] order(int gates) {
        return gates == 3 ? new int[] {1, 0, 2} : gates == 4 ? new int[] {0, 1, 2, 3} : new int[] {0};
    }

    /** Where the paths go on behind the model's own name, if all begin with it. */
    private static int model(List<String> paths) {
        int end = paths.isEmpty() ? 0 : paths.get(0).indexOf('/') + 1;
        for (String path : paths) {
            end = path.startsWith(paths.get(0).substring(0, end)) ? end : 0;
        }
        return end;
    }

    /** The number behind the first name of a path that has one: 2 of lstm_2/lstm_cell, 0 of lstm/lstm_cell. */
    private static int number(String path, int from) {
        for (int i = path.indexOf('_', from); i >= 0; i = path.indexOf('_', i + 1)) {
            int number = 0;
            int end = i + 1;
            while (end < path.length() && end - i <= MOST_DIGITS && path.charAt(end) >= '0' && path.charAt(end) <= '9') {
                number = 10 * number + path.charAt(end++) - '0';
            }
            if (end > i + 1 && (end == path.length() || path.charAt(end) == '/')) {
                return number;
            }
        }
        return 0;
    }
}
