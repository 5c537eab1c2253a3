package unrolled.exchange;

import java.util.ArrayList;
import java.util.List;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.HiddenCell;
import unrolled.nn.Shape;

/**
 * The weights of a net under the names and in the layout of a PyTorch {@code state_dict}.
 *
 * <pre>
 *   embedding.weight        V × E, ours turned
 *   rnn.weight_ih_l0        our Wx; rows i f g o and r z n as ours; _l1 of the next like layer, _reverse of what runs back
 *   rnn.weight_hh_l0        our Wh
 *   rnn.bias_ih_l0          our b
 *   rnn.bias_hh_l0          0, but our bhn in the n of a GRU; what a file has there is added to b
 *   dense.weight, .bias     of a layer without a memory; conv.weight is H × X × width
 *   linear.weight, .bias    our Wy and by
 * </pre>
 *
 * <p>Layers of the same kind and size one upon the other are one module, as {@code num_layers} makes it; the next
 * ones are rnn2, rnn3. What PyTorch has no module for goes by like names: {@code jordan.weight_ih_l0},
 * {@code encoder.weight_ih_l0}, {@code attention.weight}, and a learned state {@code rnn.h0_l0}.
 */
public final class StateDict {
    private final Architecture architecture;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();
    private int at;

    /**
     * One tensor of the file.
     *
     * @param places for each of its numbers the index of our weight, counted over all weights; ~index if it is only
     *               added to that weight, and 0 when written
     */
    record Slot(String name, int[] shape, int[] places) { }

    /** One PyTorch module: which layers it stands for, from 0. */
    record Module(String name, List<Integer> layers) { }

    private StateDict(Architecture architecture) {
        this.architecture = architecture;
        for (int l = 0; l < architecture.layers().size(); l++) {
            layer(l);
        }
        head();
    }

    public static StateDict of(Architecture architecture) {
        return new StateDict(architecture);
    }

    /** In which order and number the tensors stand. */
    List<Slot> slots() {
        return slots;
    }

    List<Module> modules() {
        return modules;
    }

    /** The module that a layer belongs to, or null if it has no weights. */
    Module module(int layer) {
        for (Module module : modules) {
            if (module.layers().contains(layer)) {
                return module;
            }
        }
        return null;
    }

    private void layer(int l) {
        Cell cell = architecture.layers().get(l);
        List<Shape> shapes = architecture.shapes(l);
        if (cell instanceof EmbeddingCell) {
            turned(add("embedding", l) + ".weight", shapes.get(0));
        } else if (cell instanceof HiddenCell) {
            linear(add("dense", l), shapes);
        } else if (cell instanceof ConvCell conv) {
            conv(add("conv", l), shapes, conv);
        } else if (!cell.states().isEmpty()) {
            recurrent(l, cell, shapes);
        }
    }

    private void recurrent(int l, Cell cell, List<Shape> shapes) {
        boolean decodes = cell instanceof Cell.EncoderDecoderCell;
        boolean jordan = cell instanceof Cell.JordanCell;
        String module = add(decodes ? "encoder" : jordan ? "jordan" : "rnn", l);
        String level = "_l" + module(l).layers().indexOf(l);
        int directions = cell.prefixes("").size();
        int each = cell.direction().shapes("", architecture.inputs(l)).size();
        for (int d = 0; d < directions; d++) {
            String name = decodes && d == 1 ? module.replace("encoder", "decoder") : module;
            direction(name, level + (d == 1 && !decodes ? "_reverse" : ""), shapes.subList(d * each, (d + 1) * each));
        }
        for (Shape state : shapes.subList(directions * each, shapes.size())) {
            straight(module + "." + state.name().substring(state.name().length() - 2) + level, state);
        }
    }

    private void direction(String module, String end, List<Shape> shapes) {
        straight(module + ".weight_ih" + end, shapes.get(0));
        straight(module + ".weight_hh" + end, shapes.get(1));
        Shape b = shapes.get(2);
        int[] places = new int[b.rows()];
        int n = shapes.size() > 3 ? shapes.get(3).rows() : 0;       // bhn
        for (int i = 0; i < places.length; i++) {
            int own = i - (places.length - n);
            places[i] = own >= 0 ? at + places.length + own : ~(at + i);
        }
        straight(module + ".bias_ih" + end, b);
        slots.add(new Slot(module + ".bias_hh" + end, new int[] {b.rows()}, places));
        at += n;
    }

    private void head() {
        for (Shape shape : architecture.headShapes()) {
            straight(switch (shape.name()) {
                case "Wy" -> "linear.weight";
                case "by" -> "linear.bias";
                default -> "attention.weight";
            }, shape);
        }
    }

    private void linear(String module, List<Shape> shapes) {
        straight(module + ".weight", shapes.get(0));
        straight(module + ".bias", shapes.get(1));
    }

    /** Ours: part p of a row of Wx is p steps on from the oldest step, or turned; theirs: H × X × width. */
    private void conv(String module, List<Shape> shapes, ConvCell conv) {
        Shape Wx = shapes.get(0);
        int width = conv.width();
        int X = Wx.cols() / width;
        int[] places = new int[Wx.size()];
        for (int i = 0; i < places.length; i++) {
            int part = conv.flip() ? width - 1 - i % width : i % width;
            places[i] = at + i / Wx.cols() * Wx.cols() + part * X + i / width % X;
        }
        slots.add(new Slot(module + ".weight", new int[] {Wx.rows(), X, width}, places));
        at += places.length;
        straight(module + ".bias", shapes.get(1));
    }

    private void straight(String name, Shape shape) {
        int[] places = new int[shape.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = at + i;
        }
        slots.add(new Slot(name, shape.cols() == 0 ? new int[] {shape.rows()} : new int[] {shape.rows(), shape.cols()},
                places));
        at += places.length;
    }

    private void turned(String name, Shape shape) {
        int[] places = new int[shape.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = at + i % shape.rows() * shape.cols() + i / shape.rows();
        }
        slots.add(new Slot(name, new int[] {shape.cols(), shape.rows()}, places));
        at += places.length;
    }

    /** Adds a layer to the module below if it is of its kind, or else to a new one; tells the module's name. */
    private String add(String kind, int l) {
        int below = l - 1;
        while (below >= 0 && architecture.layers().get(below) instanceof DropoutCell) {
            below--;
        }
        Module last = below < 0 ? null : module(below);
        if (last != null && kind.equals("rnn") && architecture.layers().get(below).equals(architecture.layers().get(l))
                && architecture.start().state(below) == architecture.start().state(l)) {
            last.layers().add(l);
            return last.name();
        }
        int like = 1;
        for (Module module : modules) {
            like += module.name().startsWith(kind) ? 1 : 0;
        }
        modules.add(new Module(like == 1 ? kind : kind + like, new ArrayList<>(List.of(l))));
        return modules.get(modules.size() - 1).name();
    }

    /** The weights, in the order of the architecture's shapes, as the file's tensors. */
    public List<NamedArray> tensors(double[] weights) {
        List<NamedArray> tensors = new ArrayList<>();
        for (Slot slot : slots) {
            float[] data = new float[slot.places().length];
            for (int i = 0; i < data.length; i++) {
                data[i] = slot.places()[i] < 0 ? 0 : (float) weights[slot.places()[i]];
            }
            tensors.add(new NamedArray(slot.name(), slot.shape(), data));
        }
        return tensors;
    }

    /**
     * The weights that a file holds, in the order of the architecture's shapes. Of two biases the second may be
     * missing, and of a module all, as {@code bias=False} leaves it.
     *
     * @throws IllegalArgumentException naming the tensor, the shape that was expected and the one that was found
     */
    public double[] weights(List<NamedArray> tensors) {
        double[] weights = new double[at];
        List<NamedArray> left = new ArrayList<>(tensors);
        for (Slot slot : slots) {
            NamedArray tensor = take(slot.name(), left);
            if (tensor == null) {
                require(isBias(slot.name()) && mayLack(slot.name(), tensors), "the file lacks " + slot.name()
                        + ", which must have the shape " + NamedArray.shown(slot.shape()) + "; it holds "
                        + names(tensors));
                continue;
            }
            require(sameShape(slot.shape(), tensor.shape()), slot.name() + " must have the shape "
                    + NamedArray.shown(slot.shape()) + ", got " + NamedArray.shown(tensor.shape()));
            read(slot, tensor.data(), weights);
        }
        require(left.isEmpty(), left.isEmpty() ? "" : "the file holds " + left.get(0).name() + " of shape "
                + NamedArray.shown(left.get(0).shape()) + ", for which this net has no place; its tensors are "
                + slotNames());
        return weights;
    }

    private static void read(Slot slot, float[] data, double[] weights) {
        for (int i = 0; i < data.length; i++) {
            require(data[i] - data[i] == 0, slot.name() + "[" + i + "] must be a finite number, got " + data[i]);
            int place = slot.places()[i];
            if (place >= 0) {
                weights[place] = data[i];
            } else if (data[i] != 0) {                       // −0 + 0 would lose its sign
                weights[~place] = (float) (weights[~place] + data[i]);
                require(weights[~place] - weights[~place] == 0, slot.name() + "[" + i + "] and the bias it is added to "
                        + "must come to a finite number, got " + weights[~place]);
            }
        }
    }

    private static boolean isBias(String name) {
        return name.substring(name.indexOf('.') + 1).startsWith("bias");
    }

    /** Whether the other of two biases is there, or the module has none at all. */
    private static boolean mayLack(String bias, List<NamedArray> tensors) {
        String module = bias.substring(0, bias.indexOf('.') + 1);
        String other = bias.replace("bias_hh", "bias_ih");
        boolean none = true;
        for (NamedArray tensor : tensors) {
            if (tensor.name().equals(other)) {
                return true;
            }
            none &= !tensor.name().startsWith(module + "bias");
        }
        return none;
    }

    private static NamedArray take(String name, List<NamedArray> from) {
        for (NamedArray tensor : from) {
            if (tensor.name().equals(name)) {
                from.remove(tensor);
                return tensor;
            }
        }
        return null;
    }

    private static boolean sameShape(int[] one, int[] other) {
        return NamedArray.shown(one).equals(NamedArray.shown(other));
    }

    private static String names(List<NamedArray> tensors) {
        List<String> names = new ArrayList<>();
        tensors.forEach(tensor -> names.add(tensor.name()));
        return few(names);
    }

    private String slotNames() {
        List<String> names = new ArrayList<>();
        slots.forEach(slot -> names.add(slot.name()));
        return few(names);
    }

    private static String few(List<String> names) {
        int most = 8;
        return names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(most, names.size())))
                + (names.size() > most ? ", …" : "");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
