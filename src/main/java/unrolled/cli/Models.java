package unrolled.cli;

import com.eclipsesource.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import unrolled.exchange.ModelFile;
import unrolled.lab.Lab;
import unrolled.preset.PresetWriter;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;

/** Opens what an argument names: a preset by its id, a preset's file, or a model's file. */
final class Models {
    private static final long MOST_BYTES = 1L << 30;
    private static final int PREFIX = 8;

    private Models() { }

    /**
     * Whether the argument is a file of weights: by its name, or because it begins as a safetensors file does, with a
     * length whose highest bytes are 0. A text has no such bytes.
     */
    static boolean isModel(String name) {
        if (Presets.included().containsKey(name)) {
            return false;
        }
        try (var in = Files.newInputStream(Path.of(name))) {
            byte[] first = in.readNBytes(PREFIX);
            return name.endsWith(".safetensors") || name.endsWith(".onnx") || first.length == PREFIX
                    && first[PREFIX - 1] == 0 && first[PREFIX - 2] == 0 && in.read() == '{';
        } catch (IOException | InvalidPathException e) {
            return false;                                   // Presets says what is wrong with it
        }
    }

    /**
     * The open lab.
     *
     * @param weights how a file of weights is to be read
     * @throws BadInput one line that begins with the file's name
     */
    static Lab open(String name, OfWeights weights) {
        Lab lab = new Lab(HeapMemory::float32, new JavaKernels());
        if (!isModel(name)) {
            if (weights.given()) {
                throw new BadInput("--preset and --layout are for a file of weights, got " + name);
            }
            String text = Presets.text(name);
            return refusing(name, lab, () -> lab.open(text));
        }
        byte[] file = bytes(Path.of(name));
        ModelFile.Layout layout = weights.layout();
        String preset = weights.preset() == null ? null : Presets.text(weights.preset());
        return refusing(name, lab, () -> ModelFile.open(lab, file, preset, layout));
    }

    /** The same without variants: the one that is open. */
    static Lab openAlone(String name, OfWeights weights) {
        Lab lab = open(name, weights);
        if (!isModel(name)) {
            String alone = PresetWriter.write(lab.preset()).set("checks", Json.array()).toString();
            return refusing(name, lab, () -> lab.open(alone));
        }
        return lab;
    }

    private static Lab refusing(String name, Lab lab, Runnable open) {
        try {
            open.run();
            return lab;
        } catch (IllegalArgumentException e) {
            throw new BadInput(name + ": " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInput(file + " must have at most " + MOST_BYTES + " bytes, got " + Files.size(file));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage());
        }
    }
}
