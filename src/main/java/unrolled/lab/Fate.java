package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/**
 * What becomes of the gradient of one loss on its way back through time: how large it still is at the first step it can
 * reach, against the last that has any.
 *
 * @param kind   {@code nothing} to send back; {@code cut} by truncation; it {@code vanishes} or {@code explodes}; else
 *               it {@code arrives}
 * @param from   the last step that has a gradient
 * @param to     the first step it was followed to
 * @param factor its size there, of what it was
 */
record Fate(String kind, int from, int to, double factor) {
    /** Less than this is left of it: it has vanished; more than its inverse: it has exploded. */
    private static final double VANISHED = 1e-3;

    /**
     * @param norms its size at every step; null counts as infinite
     * @param every after how many steps it is cut; 0 if it is not. What lies before a cut has a gradient of its own
     */
    static Fate of(JsonArray norms, int every) {
        int from = norms.size() - 1;
        while (from >= 0 && size(norms.get(from)) == 0) {
            from--;
        }
        if (from < 0) {
            return new Fate("nothing", 0, 0, 0);
        }
        int to = every > 0 ? from / every * every : 0;
        double factor = size(norms.get(to)) / size(norms.get(from));
        boolean cut = to > 0;
        String kind = factor < VANISHED ? "vanishes" : factor > 1 / VANISHED ? "explodes" : cut ? "cut" : "arrives";
        return new Fate(kind, from, to, factor);
    }

    private static double size(JsonValue norm) {
        return norm.isNumber() ? norm.asDouble() : Double.POSITIVE_INFINITY;
    }

    JsonObject json() {
        return new JsonObject().add("kind", kind).add("from", from).add("to", to).add("factor", Report.number(factor));
    }
}
