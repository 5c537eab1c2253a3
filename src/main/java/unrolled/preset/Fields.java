package unrolled.preset;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one JSON object strictly: what is there must be known, of the right kind and in range; every error names the
 * place.
 */
final class Fields {
    private final JsonObject object;
    private final String path;
    private final Set<String> known = new HashSet<>();

    Fields(JsonValue value, String path) {
        this.path = path;
        this.object = Values.object(value, path);
        Set<String> seen = new HashSet<>();
        for (String name : object.names()) {
            Values.require(seen.add(name), at(name) + " must stand there once, got it twice");
        }
    }

    /** The place of a field, as errors name it: {@code model.layers[0].hidden}. */
    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    /** The value, or null if it is absent. */
    JsonValue get(String name) {
        known.add(name);
        return object.get(name);
    }

    JsonValue required(String name) {
        JsonValue value = get(name);
        Values.require(value != null, at(name) + " must be given");
        return value;
    }

    String string(String name, String absent) {
        return has(name) ? Values.string(get(name), at(name)) : absent;
    }

    double number(String name, double absent, double least, double most) {
        return has(name) ? Values.number(get(name), at(name), least, most) : absent;
    }

    int integer(String name, int absent, int least, int most) {
        return has(name) ? Values.integer(get(name), at(name), least, most) : absent;
    }

    boolean bool(String name, boolean absent) {
        Values.require(!has(name) || get(name).isBoolean(), at(name) + " must be true or false, got "
                + (has(name) ? Values.shown(get(name)) : ""));
        return has(name) ? get(name).asBoolean() : absent;
    }

    /** The objects of an array; none if it is absent. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        if (has(name)) {
            JsonArray array = Values.array(get(name), at(name));
            for (int i = 0; i < array.size(); i++) {
                objects.add(new Fields(array.get(i), at(name) + "[" + i + "]"));
            }
        }
        return objects;
    }

    /** One of the given words. */
    String word(String name, String absent, String... words) {
        String word = string(name, absent);
        Values.require(List.of(words).contains(word), at(name) + " must be " + String.join(" or ", words) + ", got \""
                + word + "\"");
        return word;
    }

    /** The strings of an array; empty if it is absent. */
    List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        if (has(name)) {
            JsonArray array = Values.array(get(name), at(name));
            for (int i = 0; i < array.size(); i++) {
                strings.add(Values.string(array.get(i), at(name) + "[" + i + "]"));
            }
        }
        return strings;
    }

    /** The object at a field; an empty one if it is absent. */
    Fields object(String name) {
        return new Fields(has(name) ? get(name) : new JsonObject(), at(name));
    }

    Iterable<String> names() {
        return object.names();
    }

    /** Call last: whatever was not asked for is not known. */
    void close() {
        for (String name : object.names()) {
            Values.require(known.contains(name), at(name) + " is not known here; known are "
                    + String.join(", ", sorted()));
        }
    }

    private List<String> sorted() {
        List<String> names = new ArrayList<>(known);
        names.sort(String::compareTo);
        return names;
    }
}
