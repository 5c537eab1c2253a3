package unrolled.preset;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** JSON merge patches (RFC 7386): what is an object is patched, what is null goes, all else is replaced. */
final class Patch {
    private Patch() { }

    /** What {@code patch} makes of {@code document}; neither is changed. */
    static JsonObject apply(JsonObject document, JsonObject patch) {
        JsonObject patched = new JsonObject(document);
        for (JsonObject.Member member : patch) {
            JsonValue before = patched.get(member.getName());
            JsonValue value = member.getValue();
            if (value.isNull()) {
                patched.remove(member.getName());
            } else if (value.isObject()) {
                JsonObject inner = before != null && before.isObject() ? before.asObject() : new JsonObject();
                patched.set(member.getName(), apply(inner, value.asObject()));
            } else {
                patched.set(member.getName(), value);
            }
        }
        return patched;
    }

    /** The least patch that makes {@code to} of {@code from}; neither holds a null. */
    static JsonObject between(JsonObject from, JsonObject to) {
        JsonObject patch = new JsonObject();
        for (JsonObject.Member member : to) {
            JsonValue before = from.get(member.getName());
            JsonValue value = member.getValue();
            if (before != null && before.isObject() && value.isObject()) {
                JsonObject inner = between(before.asObject(), value.asObject());
                if (!inner.isEmpty()) {
                    patch.set(member.getName(), inner);
                }
            } else if (!Change.same(before, value)) {
                patch.set(member.getName(), value);
            }
        }
        for (String name : from.names()) {
            if (to.get(name) == null) {
                patch.set(name, Json.NULL);
            }
        }
        return patch;
    }

    /** What is in either; where both have a value, that of {@code other}. */
    static JsonObject union(JsonObject one, JsonObject other) {
        JsonObject union = new JsonObject(one);
        for (JsonObject.Member member : other) {
            JsonValue mine = union.get(member.getName());
            boolean objects = mine != null && mine.isObject() && member.getValue().isObject();
            union.set(member.getName(), objects ? union(mine.asObject(), member.getValue().asObject())
                    : member.getValue());
        }
        return union;
    }

    /** What of a document stands where {@code places} has anything. */
    static JsonObject part(JsonObject document, JsonObject places) {
        JsonObject part = new JsonObject();
        for (JsonObject.Member member : places) {
            JsonValue value = document.get(member.getName());
            if (value != null) {
                boolean objects = value.isObject() && member.getValue().isObject();
                part.set(member.getName(), objects ? part(value.asObject(), member.getValue().asObject()) : value);
            }
        }
        return part;
    }
}
