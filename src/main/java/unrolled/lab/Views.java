package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** What a view of the page asks of an open experiment; nothing is changed by asking. */
public final class Views {
    private Views() { }

    /** @throws IllegalArgumentException if there is no such view, or this experiment has none */
    public static JsonValue of(Lab lab, String name, String args) {
        JsonObject asked = Json.parse(args).asObject();
        return switch (name) {
            case "curves" -> curves(lab);
            default -> throw new IllegalArgumentException("there is no view \"" + name + "\"");
        };
    }

    private static JsonArray curves(Lab lab) {
        JsonArray json = new JsonArray();
        for (int i = 0; i < lab.experiments().size(); i++) {
            Curve curve = lab.experiments().get(i).curve;
            JsonObject one = new JsonObject().add("name", lab.variants().names().isEmpty() ? ""
                    : lab.variants().names().get(i));
            json.add(curve.write(one));
        }
        return json;
    }
}
