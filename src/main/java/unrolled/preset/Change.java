package unrolled.preset;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.List;

/**
 * Drops from an edited preset what only fitted its form before the edit, unless the edit itself gives it anew. Numbers
 * are compared as numbers: whoever edits may write 0.000001 for 1E-6.
 */
final class Change {
    private final JsonObject edited;
    private final JsonObject before;

    private Change(JsonObject edited, JsonObject before) {
        this.edited = edited;
        this.before = before;
    }

    static void prune(JsonObject edited, JsonObject before) {
        new Change(edited, before).prune();
    }

    private void prune() {
        boolean texts = differs("data", "texts");
        boolean symbols = texts || differs("data", "vocabulary");
        boolean width = symbols || width("inputs", edited) != width("inputs", before);
        boolean answers = symbols || width("targets", edited) != width("targets", before);
        boolean model = differs("model", "layers") || differs("model", "output");
        if (texts) {
            drop("data", "vocabulary");
            drop("decoding", "prime");
            drop("decoding", "length");
        }
        if (answers) {
            drop(at(at(edited, "model"), "output"), at(at(before, "model"), "output"), "size");
        }
        Growth growth = Growth.of(at(before, "data"), at(edited, "data"));
        if (growth != null && !model) {
            growth.apply(edited);
        } else {
            if (model || width || answers) {
                drop(edited, before, "weights");
            }
            // a fed-back output is as wide as the output
            if (differs("model", "layers") || answers) {
                drop(edited, before, "state");
            }
        }
        if (model) {
            drop(edited, before, "clamps");
        }
        if (model || width || answers || steps(edited) != steps(before)) {
            dropChecks(texts);
        }
    }

    private void dropChecks(boolean all) {
        if (!same(edited.get("checks"), before.get("checks"))) {
            return;
        } else if (all) {
            edited.remove("checks");
        } else {
            keepClaims(edited);
        }
    }

    /**
     * What the model must learn to do does not depend on its form or its first weights; expected numbers do, and go.
     */
    static void keepClaims(JsonObject preset) {
        JsonValue checks = preset.get("checks");
        if (checks != null && checks.isArray()) {
            JsonArray kept = new JsonArray();
            for (JsonValue check : checks.asArray()) {
                if (check.isObject() && check.asObject().get("withinUpdates") != null) {
                    kept.add(check);
                }
            }
            preset.set("checks", kept);
        }
    }

    private boolean differs(String part, String name) {
        return !same(at(edited, part).get(name), at(before, part).get(name));
    }

    private void drop(String part, String name) {
        drop(at(edited, part), at(before, part), name);
    }

    private static void drop(JsonObject edited, JsonObject before, String name) {
        if (edited.get(name) != null && same(edited.get(name), before.get(name))) {
            edited.remove(name);
        }
    }

    private static int steps(JsonObject preset) {
        for (String name : List.of("tokens", "inputs")) {
            JsonValue rows = at(preset, "data").get(name);
            if (rows != null && rows.isArray()) {
                return rows.asArray().size();
            }
        }
        return 0;
    }

    /** Numbers in a row; 1 for rows that are bare numbers, 0 where there are none. */
    private static int width(String name, JsonObject preset) {
        JsonValue rows = at(preset, "data").get(name);
        if (rows == null || !rows.isArray() || rows.asArray().isEmpty()) {
            return 0;
        }
        JsonValue first = rows.asArray().get(0);
        return first.isArray() ? first.asArray().size() : 1;
    }

    /** The object of that name; an empty one if there is none, so that wrong kinds are the reader's to refuse. */
    private static JsonObject at(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value != null && value.isObject() ? value.asObject() : new JsonObject();
    }

    static boolean same(JsonValue a, JsonValue b) {
        if (a == null || b == null) {
            return a == b;
        } else if (a.isNumber() && b.isNumber()) {
            return a.asDouble() == b.asDouble();
        } else if (a.isArray() && b.isArray()) {
            return same(a.asArray(), b.asArray());
        } else if (a.isObject() && b.isObject()) {
            return same(a.asObject(), b.asObject());
        }
        return a.equals(b);
    }

    private static boolean same(JsonArray a, JsonArray b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = same(a.get(i), b.get(i));
        }
        return same;
    }

    private static boolean same(JsonObject a, JsonObject b) {
        boolean same = a.size() == b.size();
        for (String name : a.names()) {
            same = same && same(a.get(name), b.get(name));
        }
        return same;
    }
}
