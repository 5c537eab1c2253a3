package unrolled.cli;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** One line of the benchmark's table: characters trained a second. */
record BenchRow(String where, String cell, int hidden, int batch, double charsPerSecond, double min, double max) {
    static final String HEAD = "where   cell   hidden batch  characters/s     min         max";

    /** From several runs, of which the median counts. */
    static BenchRow of(String where, String cell, int hidden, int batch, double[] speeds) {
        double[] sorted = speeds.clone();
        Arrays.sort(sorted);
        return new BenchRow(where, cell, hidden, batch, median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    /** A row that the benchmark's page wrote. */
    static BenchRow of(JsonValue value) {
        JsonObject row = value.asObject();
        return new BenchRow(row.getString("where", "browser"), row.getString("cell", ""), row.getInt("hidden", 0),
                row.getInt("batch", 0), row.getDouble("charsPerSecond", 0), row.getDouble("min", 0),
                row.getDouble("max", 0));
    }

    /** The middle one of an odd number of sorted values, the mean of the two in the middle of an even one. */
    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    JsonObject json() {
        return new JsonObject().add("where", where).add("cell", cell).add("hidden", hidden).add("batch", batch)
                .add("charsPerSecond", Math.round(charsPerSecond)).add("min", Math.round(min))
                .add("max", Math.round(max));
    }

    String line() {
        return String.format(Locale.ROOT, "%-8s%-5s%6d%6d%12.0f%12.0f%12.0f", where, cell, hidden, batch,
                charsPerSecond, min, max);
    }
}
