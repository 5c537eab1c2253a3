package unrolled.preset;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** Drops from an edited preset what only fitted its form before the edit. */
final class Change {
    private Change() { }

    static void prune(JsonObject edited, JsonObject before) {
        boolean model = differs(edited, before, "model");
        boolean data = differs(edited, before, "data");
        boolean texts = data && differs(at(edited, "data"), at(before, "data"), "texts");
        if (texts) {
            drop(at(edited, "data"), at(before, "data"), "vocabulary");
            drop(at(edited, "decoding"), at(before, "decoding"), "prime");
            drop(at(edited, "decoding"), at(before, "decoding"), "length");
        }
        if (data) {
            drop(at(at(edited, "model"), "output"), at(at(before, "model"), "output"), "size");
        }
        if (model || texts || rows(edited) != rows(before)) {
            drop(edited, before, "checks");
        }
        if (model || texts) {
            drop(edited, before, "weights");
            drop(edited, before, "state");
        }
    }

    private static boolean differs(JsonObject edited, JsonObject before, String name) {
        JsonValue value = edited.get(name);
        return value == null || !value.equals(before.get(name));
    }

    private static void drop(JsonObject edited, JsonObject before, String name) {
        JsonValue value = edited.get(name);
        if (value != null && value.equals(before.get(name))) {
            edited.remove(name);
        }
    }

    private static int rows(JsonObject preset) {
        for (String name : new String[] {"texts", "tokens", "inputs"}) {
            JsonValue rows = at(preset, "data").get(name);
            if (rows != null && rows.isArray()) {
                return rows.asArray().size();
            }
        }
        return 0;
    }

    /** The object of that name; an empty one if there is none, so that wrong kinds are the reader's to refuse. */
    private static JsonObject at(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value != null && value.isObject() ? value.asObject() : new JsonObject();
    }
}
