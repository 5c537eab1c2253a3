package unrolled.exchange;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one safetensors file and trusts nothing in it: no number of the header is used before it is held against the
 * file's length, so that time and memory are bounded by that.
 */
final class SafetensorsReader {
    private static final int PREFIX = 8;
    private static final int MOST_HEADER = 100_000_000;         // as the format's own library
    private static final int MOST_DIMENSIONS = 8;

    private final byte[] file;

    SafetensorsReader(byte[] file) {
        this.file = file;
    }

    /** Where a tensor's numbers stand, in bytes from the end of the header. */
    private record Entry(String name, Dtype dtype, int[] shape, int begin, int end) { }

    Safetensors read() {
        require(file.length >= PREFIX, "a safetensors file must begin with the 8 bytes of its header's length, got "
                + file.length + " bytes in all");
        long length = 0;
        for (int i = PREFIX - 1; i >= 0; i--) {
            length = length << 8 | file[i] & 0xff;
        }
        long most = Math.min(MOST_HEADER, file.length - PREFIX);
        require(length >= 2 && length <= most, "the header must have 2.." + most + " bytes in a safetensors file of "
                + file.length + " bytes, got " + (length < 0 ? "more than 2^63" : length));
        int start = PREFIX + (int) length;
        JsonObject header = header(start);
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonObject.Member member : header) {
            require(names.add(member.getName()), shown(member.getName()) + " must stand in the header once, got it twice");
            if (member.getName().equals(Safetensors.METADATA)) {
                words(member.getValue(), metadata);
            } else {
                entries.add(entry(member.getName(), member.getValue(), file.length - start));
            }
        }
        requireNoGap(entries, file.length - start);
        List<NamedArray> tensors = new ArrayList<>();
        for (Entry entry : entries) {
            tensors.add(new NamedArray(entry.name(), entry.shape(), numbers(entry, start)));
        }
        return new Safetensors(metadata, tensors);
    }

    private JsonObject header(int end) {
        require(file[PREFIX] == '{', "the header must begin with {: this is no safetensors file");
        String text = Utf8.decode(file, PREFIX, end);
        require(text != null, "the header must be UTF-8");
        JsonValue value = null;
        String fault = "";
        try {
            value = Json.parse(text);
        } catch (ParseException e) {
            fault = e.getMessage();
        }
        require(value != null, "the header must be JSON: " + fault);
        return value.asObject();                                // it begins with {
    }

    private static void words(JsonValue value, Map<String, String> into) {
        require(value.isObject(), Safetensors.METADATA + " must be an object of strings, got " + shown(value));
        for (JsonObject.Member member : value.asObject()) {
            require(member.getValue().isString(), Safetensors.METADATA + "." + member.getName()
                    + " must be a string, got " + shown(member.getValue()));
            into.put(member.getName(), member.getValue().asString());
        }
    }

    private static Entry entry(String name, JsonValue value, int available) {
        require(value.isObject(), shown(name) + " must be an object, got " + shown(value));
        JsonObject object = value.asObject();
        Set<String> keys = new HashSet<>();
        for (String key : object.names()) {
            require(keys.add(key) && List.of("dtype", "shape", "data_offsets").contains(key), shown(name)
                    + " must hold dtype, shape and data_offsets once each, got " + shown(key));
        }
        Dtype dtype = Dtype.of(name, object.get("dtype"));
        JsonArray dimensions = array(name, "shape", object.get("shape"));
        require(dimensions.size() <= MOST_DIMENSIONS, shown(name) + ".shape must have at most " + MOST_DIMENSIONS
                + " dimensions, got " + dimensions.size());
        int[] shape = new int[dimensions.size()];
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = whole(name, "shape", dimensions.get(i), Integer.MAX_VALUE);
            // 2^31 · 2^31 still fits; what is left is less than 2^31 again
            size *= shape[i];
            require(size <= Integer.MAX_VALUE, shown(name) + ".shape must not come to more than " + available
                    + " bytes, which is all the file has, got " + shown(dimensions));
        }
        JsonArray offsets = array(name, "data_offsets", object.get("data_offsets"));
        require(offsets.size() == 2, shown(name) + ".data_offsets must be two numbers, got " + shown(offsets));
        int begin = whole(name, "data_offsets", offsets.get(0), available);
        int end = whole(name, "data_offsets", offsets.get(1), available);
        require(begin <= end && end - begin == size * dtype.bytes, shown(name) + ".data_offsets must span "
                + size * dtype.bytes + " bytes for " + dtype + " of shape " + NamedArray.shown(shape) + ", got "
                + begin + ".." + end);
        return new Entry(name, dtype, shape, begin, end);
    }

    private static JsonArray array(String name, String key, JsonValue value) {
        require(value != null && value.isArray(), shown(name) + "." + key + " must be an array of whole numbers, got "
                + shown(value));
        return value.asArray();
    }

    private static int whole(String name, String key, JsonValue value, int most) {
        double number = value.isNumber() ? value.asDouble() : -1;
        require(number >= 0 && number <= most && number == (int) number, shown(name) + "." + key
                + " must hold whole numbers 0.." + most + ", got " + shown(value));
        return (int) number;
    }

    /** The tensors must lie side by side and fill the file: nothing is hidden, and nothing is read twice. */
    private static void requireNoGap(List<Entry> entries, int available) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> a.begin() != b.begin() ? Integer.compare(a.begin(), b.begin())
                : Integer.compare(a.end(), b.end()));
        int at = 0;
        for (Entry entry : sorted) {
            require(entry.begin() == at, shown(entry.name()) + ".data_offsets must begin at " + at
                    + ", where the numbers before it end, got " + entry.begin());
            at = entry.end();
        }
        require(at == available, "the numbers must end with the file, " + available
                + " bytes after the header, got tensors up to " + at);
    }

    private float[] numbers(Entry entry, int start) {
        float[] numbers = new float[(entry.end() - entry.begin()) / entry.dtype().bytes];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = entry.dtype().number(file, start + entry.begin() + i * entry.dtype().bytes);
        }
        return numbers;
    }

    static String shown(Object value) {
        String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(80, text.length()); i++) {
            line.append(text.charAt(i) < ' ' ? ' ' : text.charAt(i));
        }
        return line + (text.length() > 80 ? "…" : "");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
