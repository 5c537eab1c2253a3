package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;

/** Which model came first: after how many updates each was down to the loss that all have come down to. */
final class Race {
    private Race() { }

    /** {@code loss} is null as long as any has not begun. */
    static JsonObject json(List<Experiment> models) {
        double level = 0;
        boolean begun = true;
        for (Experiment one : models) {
            begun &= one.curve.points() > 0;
            level = Math.max(level, least(one.curve));
        }
        JsonArray updates = new JsonArray();
        for (Experiment one : models) {
            updates.add(begun ? first(one.curve, level) : 0);
        }
        return new JsonObject().add("loss", begun ? Report.number(level) : Json.NULL).add("updates", updates);
    }

    private static double least(Curve curve) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < curve.points(); i++) {
            least = Math.min(least, curve.loss().get(i));
        }
        return least;
    }

    /** The update at which a curve is first at or below a level. */
    private static int first(Curve curve, double level) {
        int i = 0;
        while (curve.loss().get(i) > level) {
            i++;
        }
        return (int) curve.updates().get(i);
    }
}
