package unrolled.exchange;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The contents of a safetensors file: 8 bytes with the header's length, the header in JSON, then all numbers without a
 * gap.
 *
 * @param metadata words beside the numbers
 * @param tensors  in the order of the file
 */
public record Safetensors(Map<String, String> metadata, List<NamedArray> tensors) {
    static final String METADATA = "__metadata__";
    private static final int ALIGNED = 8;

    /** @throws IllegalArgumentException naming what is wrong with the file, the rule and the value */
    public static Safetensors read(byte[] file) {
        return new SafetensorsReader(file).read();
    }

    /** The tensor of that name, or null. */
    NamedArray tensor(String name) {
        for (NamedArray tensor : tensors) {
            if (tensor.name().equals(name)) {
                return tensor;
            }
        }
        return null;
    }

    /** The file, all numbers as float32. */
    public byte[] bytes() {
        JsonObject header = new JsonObject();
        if (!metadata.isEmpty()) {
            JsonObject words = new JsonObject();
            metadata.forEach(words::add);
            header.add(METADATA, words);
        }
        int end = 0;
        for (NamedArray tensor : tensors) {
            int begin = end;
            end += 4 * tensor.data().length;
            header.add(tensor.name(), new JsonObject().add("dtype", "F32").add("shape", Json.array(tensor.shape()))
                    .add("data_offsets", Json.array(begin, end)));
        }
        Bytes text = Utf8.encode(header.toString());
        while (text.size() % ALIGNED != 0) {
            text.add(' ');
        }
        Bytes file = new Bytes().number(text.size(), 8).add(text);
        for (NamedArray tensor : tensors) {
            for (float value : tensor.data()) {
                file.float32(value);
            }
        }
        return file.toArray();
    }
}
