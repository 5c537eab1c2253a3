package unrolled.exchange;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unrolled.data.Vocabulary;
import unrolled.lab.Lab;
import unrolled.nn.Shape;
import unrolled.preset.PresetWriter;
import unrolled.tensor.Tensor;

/**
 * A model as one safetensors file: the weights as PyTorch names them, and in the metadata the preset that tells what
 * they are the weights of. A checkpoint also holds what training goes on from.
 */
public final class ModelFile {
    private static final String PRESET = "preset";
    private static final String VOCABULARY = "vocabulary";
    private static final String UPDATES = "updates";
    /** The optimiser's state and the states that are carried: of no meaning to PyTorch. */
    private static final String STATE = "unrolled.training";

    private ModelFile() { }

    /** The model that is open, without what its training has in hand. */
    public static byte[] write(Lab lab) {
        return new Safetensors(metadata(lab), StateDict.of(lab.preset().architecture()).tensors(weights(lab))).bytes();
    }

    /** The model that is open, to go on training from; there must be no variants of it. */
    public static byte[] checkpoint(Lab lab) {
        double[] weights = weights(lab);
        double[] saved = lab.learned();
        float[] rest = new float[saved.length - 1 - weights.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (float) saved[1 + weights.length + i];
        }
        List<NamedArray> tensors = new ArrayList<>(StateDict.of(lab.preset().architecture()).tensors(weights));
        tensors.add(new NamedArray(STATE, new int[] {rest.length}, rest));
        return new Safetensors(metadata(lab), tensors).bytes();
    }

    /** Whose names and layouts the tensors of a file have. */
    public enum Layout { PYTORCH, KERAS }

    /** {@link #open(Lab, byte[], String, Layout)} of a file of ours. */
    public static void open(Lab lab, byte[] file) {
        open(lab, file, null, Layout.PYTORCH);
    }

    /**
     * Opens the model, of the format safetensors or ONNX.
     *
     * @param preset on whose architecture the weights are opened; null for the one in the file's metadata
     * @throws IllegalArgumentException if the file is not sound, has no preset or does not fit it
     */
    public static void open(Lab lab, byte[] file, String preset, Layout layout) {
        Contents contents = Contents.read(file, layout);
        String on = preset == null ? contents.metadata().get(PRESET) : preset;
        require(on != null, "the file holds weights but no preset that tells what they are the weights of: name one "
                + "whose architecture they fit");
        open(lab, contents, on);
    }

    private static void open(Lab lab, Contents file, String preset) {
        lab.open(preset);
        String alone = preset(lab).toString();                      // of variants, the open one
        lab.open(alone);
        requireVocabulary(lab, file.metadata().get(VOCABULARY));
        file.requireReset(lab.preset().architecture());
        StateDict dict = StateDict.of(lab.preset().architecture());
        List<NamedArray> tensors = file.tensors(dict.slots());
        NamedArray state = file.named(STATE);
        tensors.remove(state);
        double[] weights = dict.weights(tensors);
        double[] saved = lab.learned();
        saved[0] = updates(file.metadata().get(UPDATES));
        System.arraycopy(weights, 0, saved, 1, weights.length);
        int rest = saved.length - 1 - weights.length;
        // of another training there is nothing to go on from
        if (state != null && state.data().length == rest) {
            for (int i = 0; i < rest; i++) {
                require(state.data()[i] - state.data()[i] == 0, STATE + "[" + i + "] must be a finite number, got "
                        + state.data()[i]);
                saved[1 + weights.length + i] = state.data()[i];
            }
        }
        lab.learn(saved);
    }

    private static int updates(String text) {
        int updates = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            require(text.length() < 10 && text.charAt(i) >= '0' && text.charAt(i) <= '9',
                    "updates must be a whole number 0..999999999, got " + SafetensorsReader.shown(text));
            updates = 10 * updates + text.charAt(i) - '0';
        }
        return updates;
    }

    private static void requireVocabulary(Lab lab, String expected) {
        Vocabulary vocabulary = lab.preset().data().vocabulary();
        require(expected == null || vocabulary != null && expected.equals(symbols(vocabulary)), "the vocabulary of the "
                + "file must be that of the preset, "
                + SafetensorsReader.shown(vocabulary == null ? "none" : symbols(vocabulary)) + ", got "
                + SafetensorsReader.shown(expected));
    }

    static String symbols(Vocabulary vocabulary) {
        JsonArray symbols = new JsonArray();
        vocabulary.symbols().forEach(symbols::add);
        return symbols.toString();
    }

    /** What stands in a file beside the weights, to open it again by. */
    static Map<String, String> metadata(Lab lab) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt");
        metadata.put(UPDATES, Integer.toString(lab.updates()));
        if (lab.preset().data().vocabulary() != null) {
            metadata.put(VOCABULARY, symbols(lab.preset().data().vocabulary()));
        }
        metadata.put(PRESET, preset(lab).toString());
        return metadata;
    }

    /** The preset by itself: its weights stand in the tensors, and what it claims is not claimed of a model. */
    private static JsonObject preset(Lab lab) {
        return PresetWriter.write(lab.preset()).set("weights", Json.object()).set("checks", Json.array());
    }

    /** Every weight, in the order of the architecture's shapes. */
    static double[] weights(Lab lab) {
        int size = 0;
        for (Shape shape : lab.preset().architecture().shapes()) {
            size += shape.size();
        }
        double[] weights = new double[size];
        int at = 0;
        for (Shape shape : lab.preset().architecture().shapes()) {
            Tensor tensor = lab.trace().tensor(shape.name());
            for (int i = 0; i < tensor.size(); i++) {
                weights[at++] = tensor.get(i);
            }
        }
        return weights;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
