package unrolled.preset;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/**
 * More symbols at the end of a vocabulary: what was given for those that were there stays, and what is new counts
 * nothing yet.
 */
record Growth(int from, int to) {

    /** Null if the vocabulary did not only grow at its end. */
    static Growth of(JsonObject before, JsonObject after) {
        JsonValue old = before.get("vocabulary");
        JsonValue now = after.get("vocabulary");
        boolean lists = old != null && now != null && old.isArray() && now.isArray() && after.get("tokens") != null;
        if (!lists || now.asArray().size() <= old.asArray().size()) {
            return null;
        }
        for (int i = 0; i < old.asArray().size(); i++) {
            if (!old.asArray().get(i).equals(now.asArray().get(i))) {
                return null;
            }
        }
        return new Growth(old.asArray().size(), now.asArray().size());
    }

    /** Lets given weights and states grow with it. */
    void apply(JsonObject preset) {
        JsonObject weights = part(preset, "weights");
        for (String name : weights.names()) {
            boolean reads = name.contains("Wx") || name.equals("We");
            boolean lowest = name.charAt(0) != 'l' || name.startsWith("l1.");
            if (reads && lowest) {
                weights.set(name, wider(weights.get(name)));
            } else if (name.equals("Wy")) {
                weights.set(name, taller(weights.get(name)));
            } else if (name.equals("by")) {
                weights.set(name, longer(weights.get(name)));
            }
        }
        JsonObject state = part(preset, "state");
        if (state.get("y0") != null) {
            state.set("y0", longer(state.get("y0")));
        }
    }

    private static JsonObject part(JsonObject preset, String name) {
        JsonValue part = preset.get(name);
        return part != null && part.isObject() ? part.asObject() : new JsonObject();
    }

    private JsonValue wider(JsonValue matrix) {
        JsonArray wider = new JsonArray();
        for (JsonValue row : matrix.asArray()) {
            wider.add(longer(row));
        }
        return wider;
    }

    private JsonValue taller(JsonValue matrix) {
        JsonArray taller = new JsonArray(matrix.asArray());
        if (taller.size() == from && from > 0 && taller.get(0).isArray()) {
            double[] row = new double[taller.get(0).asArray().size()];
            for (int i = from; i < to; i++) {
                taller.add(Json.array(row));
            }
        }
        return taller;
    }

    private JsonValue longer(JsonValue vector) {
        if (!vector.isArray() || vector.asArray().size() != from) {
            return vector;
        }
        JsonArray longer = new JsonArray(vector.asArray());
        for (int i = from; i < to; i++) {
            longer.add(0);
        }
        return longer;
    }
}
