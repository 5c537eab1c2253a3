package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.model.Architecture;
import unrolled.model.Cell;

/**
 * What is held at a value by hand, wherever one looks at an example; never while the net is trained, measured or writes.
 * In JSON, by the name of a gate or state ({@code f}, {@code l2.rev.h}): a row for each step, and in it a number for each
 * unit; null, for a number or a whole row, leaves it free, and so does a row that is missing. What stands after the last
 * step of the longest example goes.
 */
public final class Clamps {
    private Clamps() { }

    static Map<String, double[][]> read(Fields fields, Architecture architecture, Data data) {
        Map<String, double[][]> clamps = new LinkedHashMap<>();
        int steps = fields.names().iterator().hasNext() ? steps(data) : 0;
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (String letter : cell.clampable()) {
                String name = architecture.name(l, letter);
                if (fields.has(name)) {
                    double[][] rows = rows(fields.get(name), fields.at(name), steps, cell.hidden());
                    requireRange(name, rows);
                    clamps.put(name, rows);
                }
            }
        }
        fields.close();
        return clamps;
    }

    private static int steps(Data data) {
        List<Example> examples = new ArrayList<>(data.examples());
        examples.addAll(data.test());
        int longest = 0;
        for (Example example : examples) {
            longest = Math.max(longest, example.steps());
        }
        return longest;
    }

    private static double[][] rows(JsonValue value, String at, int steps, int units) {
        JsonArray array = Values.array(value, at);
        double[][] rows = new double[Math.min(steps, array.size())][];
        for (int t = 0; t < rows.length; t++) {
            if (!array.get(t).isNull()) {
                rows[t] = row(array.get(t), at + "[" + t + "]", units);
            }
        }
        return rows;
    }

    /** A row of one number may stand without brackets. */
    private static double[] row(JsonValue value, String at, int units) {
        if (value.isNumber() && units == 1) {
            return new double[] {Values.finite(value, at)};
        }
        JsonArray array = Values.array(value, at);
        require(array.size() == units, at + " must hold " + units + " numbers, got " + array.size());
        double[] row = new double[units];
        for (int j = 0; j < units; j++) {
            row[j] = array.get(j).isNull() ? Double.NaN : Values.finite(array.get(j), at + "[" + j + "]");
        }
        return row;
    }

    /**
     * A gate opens between 0 and 1, a candidate lies between −1 and 1; a state may be anything.
     *
     * @throws IllegalArgumentException if what is held is not what it could be
     */
    public static void requireRange(String name, double[][] rows) {
        String letter = name.substring(name.lastIndexOf('.') + 1);
        boolean state = letter.equals("c") || letter.equals("h");
        double least = state ? -Float.MAX_VALUE : letter.equals("g") || letter.equals("n") ? -1 : 0;
        double most = state ? Float.MAX_VALUE : 1;
        for (int t = 0; t < rows.length; t++) {
            for (int j = 0; rows[t] != null && j < rows[t].length; j++) {
                double held = rows[t][j];
                require(held != held || held >= least && held <= most, "clamps." + name + "[" + t + "] must be "
                        + (state ? "a finite number that float32 can hold" : (int) least + "..1") + ", got " + held);
            }
        }
    }

    public static JsonObject write(Map<String, double[][]> clamps) {
        JsonObject json = new JsonObject();
        for (Map.Entry<String, double[][]> clamp : clamps.entrySet()) {
            JsonArray rows = new JsonArray();
            for (double[] row : clamp.getValue()) {
                rows.add(row == null ? Json.NULL : write(row));
            }
            json.add(clamp.getKey(), rows);
        }
        return json;
    }

    private static JsonArray write(double[] row) {
        JsonArray json = new JsonArray();
        for (double held : row) {
            json.add(held == held ? Json.value(held) : Json.NULL);
        }
        return json;
    }

    /** Whether there is a number that is held. */
    static boolean any(Map<String, double[][]> clamps) {
        for (double[][] rows : clamps.values()) {
            for (double[] row : rows) {
                for (int j = 0; row != null && j < row.length; j++) {
                    if (row[j] == row[j]) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
