package unrolled.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.nn.Reset;

/**
 * What a file of weights holds, whatever its format.
 *
 * @param metadata words beside the numbers
 * @param tensors  those that have PyTorch's names; null where there are layers
 * @param layers   those of a file that has no such names
 * @param reset    where its GRUs reset; null if that is not said
 */
record Contents(Map<String, String> metadata, List<NamedArray> tensors, List<FileLayers.Layer> layers, Reset reset) {

    /** @throws IllegalArgumentException naming what is wrong with the file */
    static Contents read(byte[] file, ModelFile.Layout layout) {
        if (OnnxReader.isOnnx(file) && layout == ModelFile.Layout.PYTORCH) {
            OnnxReader onnx = new OnnxReader(file);
            return new Contents(onnx.metadata(), null, onnx.layers(), onnx.reset());
        }
        Safetensors read = Safetensors.read(file);
        return layout == ModelFile.Layout.PYTORCH ? new Contents(read.metadata(), read.tensors(), null, null)
                : new Contents(read.metadata(), null, KerasLayout.layers(read.tensors()), null);
    }

    /** The tensors by the names that a net's weights have. */
    List<NamedArray> tensors(List<StateDict.Slot> slots) {
        return layers == null ? new ArrayList<>(tensors) : FileLayers.named(layers, slots);
    }

    /** A tensor that the file itself calls so, or null. */
    NamedArray named(String name) {
        for (int i = 0; tensors != null && i < tensors.size(); i++) {
            if (tensors.get(i).name().equals(name)) {
                return tensors.get(i);
            }
        }
        return null;
    }

    /** The numbers of a GRU fit both kinds of it, but mean something else. */
    void requireReset(Architecture architecture) {
        for (Cell cell : architecture.layers()) {
            if (reset != null && !cell.states().isEmpty() && cell.direction() instanceof Cell.GruCell gru
                    && gru.reset() != reset) {
                throw new IllegalArgumentException("the net's GRU must reset as that of the file, " + word(reset)
                        + " the product with Wh, got " + word(gru.reset()));
            }
        }
    }

    private static String word(Reset reset) {
        return reset == Reset.AFTER ? "after" : "before";
    }
}
