package unrolled.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a file that names them in another way than PyTorch: layer by layer, in the order in which they compute.
 * The first recurrent layer of the file is the first of the net, and so on, kind by kind.
 */
final class FileLayers {
    /** What a layer is to whoever looks for its place: a table of rows, a layer with a memory, or W x + b. */
    enum Kind {
        TABLE("embedding"), RECURRENT("recurrent layer"), AFFINE("layer without a memory");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String slot) {
            String last = slot.substring(slot.lastIndexOf('.') + 1);
            return last.contains("_l") || last.startsWith("h0") || last.startsWith("c0") ? RECURRENT
                    : slot.startsWith("embedding") ? TABLE : AFFINE;
        }
    }

    /**
     * @param name  what the file calls it
     * @param parts its tensors in PyTorch's layout, by PyTorch's names without module and level: {@code weight},
     *              {@code weight_ih}, {@code bias_hh_reverse}
     */
    record Layer(String name, Kind kind, Map<String, NamedArray> parts) {
        Layer(String name, Kind kind) {
            this(name, kind, new LinkedHashMap<>());
        }

        void add(String part, int[] shape, float[] data) {
            parts.put(part, new NamedArray(name, shape, data));
        }
    }

    private FileLayers() { }

    /**
     * The tensors under the names that a net's weights have in a {@code state_dict}.
     *
     * @throws IllegalArgumentException if the file has more or fewer layers of a kind than the net
     */
    static List<NamedArray> named(List<Layer> layers, List<StateDict.Slot> slots) {
        List<NamedArray> named = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<List<StateDict.Slot>> places = places(kind, slots);
            List<Layer> ofKind = new ArrayList<>();
            layers.forEach(layer -> {
                if (layer.kind() == kind) {
                    ofKind.add(layer);
                }
            });
            require(ofKind.size() == places.size(), "the file must have as many layers as the net: " + places.size()
                    + " of the kind \"" + kind.word + "\", got " + ofKind.size() + names(ofKind));
            for (int k = 0; k < places.size(); k++) {
                name(ofKind.get(k), places.get(k), named);
            }
        }
        return named;
    }

    private static void name(Layer layer, List<StateDict.Slot> places, List<NamedArray> named) {
        Map<String, NamedArray> left = new LinkedHashMap<>(layer.parts());
        for (StateDict.Slot slot : places) {
            NamedArray part = left.remove(part(slot.name()));
            if (part != null) {
                named.add(new NamedArray(slot.name(), part.shape(), part.data()));
            }
        }
        left.forEach((part, tensor) -> {
            // a state that is not learned is no weight; what else has no place is refused with its name
            if (!part.startsWith("h0") && !part.startsWith("c0")) {
                named.add(new NamedArray(layer.name() + " (" + part + ")", tensor.shape(), tensor.data()));
            }
        });
    }

    /** The slots of every layer of a kind, as they compute: what gathers the steps before what answers. */
    private static List<List<StateDict.Slot>> places(Kind kind, List<StateDict.Slot> slots) {
        Map<String, List<StateDict.Slot>> places = new LinkedHashMap<>();
        List<StateDict.Slot> ordered = new ArrayList<>(slots);
        ordered.sort((one, other) -> Boolean.compare(one.name().startsWith("linear."), other.name().startsWith("linear.")));
        for (StateDict.Slot slot : ordered) {
            if (Kind.of(slot.name()) == kind) {
                String layer = layer(slot.name());
                if (!places.containsKey(layer)) {
                    places.put(layer, new ArrayList<>());
                }
                places.get(layer).add(slot);
            }
        }
        return new ArrayList<>(places.values());
    }

    /** "rnn.weight_ih_l1_reverse" is of the layer "rnn_l1". */
    private static String layer(String slot) {
        int level = slot.indexOf("_l");
        String module = slot.substring(0, slot.indexOf('.'));
        if (level < 0) {
            return module;
        }
        int end = slot.indexOf('_', level + 1);
        return module + slot.substring(level, end < 0 ? slot.length() : end);
    }

    /** "rnn.weight_ih_l1_reverse" is its part "weight_ih_reverse". */
    private static String part(String slot) {
        String part = slot.substring(slot.indexOf('.') + 1);
        int level = part.indexOf("_l");
        if (level < 0) {
            return part;
        }
        int end = part.indexOf('_', level + 1);
        return part.substring(0, level) + (end < 0 ? "" : part.substring(end));
    }

    private static String names(List<Layer> layers) {
        List<String> names = new ArrayList<>();
        layers.forEach(layer -> names.add(layer.name()));
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    static float[] turned(float[] data, int rows, int cols) {
        float[] turned = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            turned[i % cols * rows + i / cols] = data[i];
        }
        return turned;
    }

    /** Blocks of rows in another order: block g of the result is block {@code order[g]}. */
    static float[] blocks(float[] data, int... order) {
        float[] blocks = new float[data.length];
        int size = data.length / order.length;
        for (int g = 0; g < order.length; g++) {
            System.arraycopy(data, order[g] * size, blocks, g * size, size);
        }
        return blocks;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
