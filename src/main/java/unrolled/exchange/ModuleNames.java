package unrolled.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file calls its modules is its author's choice: {@code lstm}, {@code fc}, or nothing at all. A module of another
 * name is taken for ours where it is the only one left of its kind on both sides.
 */
final class ModuleNames {
    private ModuleNames() { }

    /** The tensors under our names, as far as that is clear; the others keep theirs. */
    static List<NamedArray> ours(List<NamedArray> tensors, List<StateDict.Slot> slots) {
        Map<String, String> ours = new LinkedHashMap<>();
        Map<String, String> theirs = new LinkedHashMap<>();
        slots.forEach(slot -> learn(ours, slot.name(), slot.shape().length));
        tensors.forEach(tensor -> learn(theirs, tensor.name(), tensor.shape().length));
        Map<String, String> names = new LinkedHashMap<>();
        for (String kind : List.of("recurrent", "convolution", "linear", "table")) {
            List<String> here = left(kind, ours, theirs);
            List<String> there = left(kind, theirs, ours);
            if (here.size() == 1 && there.size() == 1) {
                names.put(there.get(0), here.get(0));
            }
        }
        List<NamedArray> renamed = new ArrayList<>();
        for (NamedArray tensor : tensors) {
            String name = names.get(module(tensor.name()));
            renamed.add(name == null ? tensor
                    : new NamedArray(name + "." + last(tensor.name()), tensor.shape(), tensor.data()));
        }
        return renamed;
    }

    /** What kind of module it is, by all its tensors: what has a bias beside its weight is no table. */
    private static void learn(Map<String, String> kinds, String tensor, int dimensions) {
        String last = last(tensor);
        String kind = last.startsWith("weight_ih_l") ? "recurrent" : last.equals("bias") ? "linear"
                : last.equals("weight") ? dimensions == 3 ? "convolution" : "table" : "";
        String known = kinds.getOrDefault(module(tensor), "");
        if (known.isEmpty() || known.equals("table") && kind.equals("linear")
                || known.equals("linear") && kind.equals("convolution")) {
            kinds.put(module(tensor), kind);
        }
    }

    private static List<String> left(String kind, Map<String, String> of, Map<String, String> other) {
        List<String> left = new ArrayList<>();
        of.forEach((module, one) -> {
            if (one.equals(kind) && !kind.equals(other.get(module))) {
                left.add(module);
            }
        });
        return left;
    }

    private static String module(String tensor) {
        return tensor.substring(0, Math.max(0, tensor.lastIndexOf('.')));
    }

    private static String last(String tensor) {
        return tensor.substring(tensor.lastIndexOf('.') + 1);
    }
}
