package unrolled.preset;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** Strict conversions of single JSON values. Every error says the place, the rule and the value. */
final class Values {
    private static final int SHOWN = 40;

    private Values() { }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    static JsonObject object(JsonValue value, String at) {
        require(value.isObject(), (at.isEmpty() ? "a preset" : at) + " must be an object {…}, got " + shown(value));
        return value.asObject();
    }

    static JsonArray array(JsonValue value, String at) {
        require(value.isArray(), at + " must be a list […], got " + shown(value));
        return value.asArray();
    }

    static String string(JsonValue value, String at) {
        require(value.isString(), at + " must be a text in quotes, got " + shown(value));
        return value.asString();
    }

    static double number(JsonValue value, String at, double least, double most) {
        require(value.isNumber(), at + " must be a number, got " + shown(value));
        double number = value.asDouble();
        require(number >= least && number <= most, at + " must be " + range(least, most) + ", got " + shown(value));
        return number;
    }

    static int integer(JsonValue value, String at, int least, int most) {
        double number = number(value, at, least, most);
        require(number == (int) number, at + " must be a whole number, got " + shown(value));
        return (int) number;
    }

    /** A finite number that float32 can hold. */
    static double finite(JsonValue value, String at) {
        return number(value, at, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    /** A list of numbers. */
    static double[] vector(JsonValue value, String at) {
        JsonArray array = array(value, at);
        double[] vector = new double[array.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = finite(array.get(i), at + "[" + i + "]");
        }
        return vector;
    }

    /** A list of rows of the same length; a row of one number may stand without brackets. */
    static double[][] rows(JsonValue value, String at) {
        JsonArray array = array(value, at);
        double[][] rows = new double[array.size()][];
        for (int r = 0; r < rows.length; r++) {
            String place = at + "[" + r + "]";
            rows[r] = array.get(r).isNumber() ? new double[] {finite(array.get(r), place)}
                    : vector(array.get(r), place);
            require(rows[r].length > 0, place + " must hold a number, got none");
            require(rows[r].length == rows[0].length, place + " must have " + rows[0].length
                    + " numbers as the rows before it, got " + rows[r].length);
        }
        return rows;
    }

    /** A value as an error shows it: short. */
    static String shown(JsonValue value) {
        return shown(value.toString());
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0,
                text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())))) + "…";
    }

    private static String range(double least, double most) {
        if (most == Float.MAX_VALUE) {
            return "a finite number that float32 can hold";
        }
        return plain(least) + ".." + plain(most);
    }

    private static String plain(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
