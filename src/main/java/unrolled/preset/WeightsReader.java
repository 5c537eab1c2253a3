package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.nn.Shape;

/** Reads {@code weights} and {@code state}: names and shapes must be those of the model. */
final class WeightsReader {
    private WeightsReader() { }

    static Map<String, double[][]> weights(Fields fields, Architecture architecture) {
        Map<String, double[][]> weights = new LinkedHashMap<>();
        for (Shape shape : architecture.shapes()) {
            read(fields, shape, weights);
        }
        for (Architecture.Block block : architecture.blocks()) {
            require(!(fields.has(block.shape().name()) && weights.containsKey(block.whole())),
                    fields.at(block.shape().name()) + " must not stand beside " + block.whole()
                            + ", of which it is a part");
            read(fields, block.shape(), weights);
        }
        fields.close();
        return weights;
    }

    private static void read(Fields fields, Shape shape, Map<String, double[][]> into) {
        if (fields.has(shape.name())) {
            into.put(shape.name(), shape.cols() == 0
                    ? new double[][] {vector(fields.get(shape.name()), fields.at(shape.name()), shape.rows())}
                    : matrix(fields.get(shape.name()), fields.at(shape.name()), shape.rows(), shape.cols()));
        }
    }

    static Map<String, double[]> state(Fields fields, Architecture architecture) {
        Map<String, double[]> state = new LinkedHashMap<>();
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (String letter : cell.states()) {
                String full = architecture.name(l, letter + "0");
                if (fields.has(full) && !architecture.learnsState(l, full)) {
                    state.put(full, vector(fields.get(full), fields.at(full), cell.stateSize()));
                }
            }
        }
        fields.close();
        return state;
    }

    /** One row a step, or null where nothing is held. */
    static Map<String, double[][]> clamps(Fields fields, Architecture architecture, Data data) {
        Map<String, double[][]> clamps = new LinkedHashMap<>();
        int steps = fields.names().iterator().hasNext() ? data.examples().get(0).steps() : 0;
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (String letter : cell.clampable()) {
                String full = architecture.name(l, letter);
                if (fields.has(full)) {
                    double[][] clamp = clamp(fields.get(full), fields.at(full), steps, cell.hidden());
                    requireRange(clamp, letter, fields.at(full));
                    clamps.put(full, clamp);
                }
            }
        }
        fields.close();
        return clamps;
    }

    /** A gate opens between 0 and 1, a candidate lies between −1 and 1; a state may be anything. */
    private static void requireRange(double[][] clamp, String letter, String at) {
        boolean candidate = letter.equals("g") || letter.equals("n");
        double least = letter.equals("c") ? -Float.MAX_VALUE : candidate ? -1 : 0;
        double most = letter.equals("c") ? Float.MAX_VALUE : 1;
        for (int t = 0; t < clamp.length; t++) {
            for (int j = 0; clamp[t] != null && j < clamp[t].length; j++) {
                require(clamp[t][j] >= least && clamp[t][j] <= most, at + "[" + t + "] must be " + (int) least + "..1, got "
                        + clamp[t][j]);
            }
        }
    }

    private static double[][] clamp(JsonValue value, String at, int steps, int units) {
        JsonArray rows = Values.array(value, at);
        require(rows.size() == steps, at + " must hold a row or null for each of " + steps + " steps, got "
                + rows.size());
        double[][] clamp = new double[steps][];
        for (int t = 0; t < steps; t++) {
            if (!rows.get(t).isNull()) {
                clamp[t] = rows.get(t).isNumber() && units == 1 ? new double[] {Values.finite(rows.get(t), at + "["
                        + t + "]")} : vector(rows.get(t), at + "[" + t + "]", units);
            }
        }
        return clamp;
    }

    private static double[] vector(JsonValue value, String at, int size) {
        double[] vector = Values.vector(value, at);
        require(vector.length == size, at + " must hold " + size + " numbers, got " + vector.length);
        return vector;
    }

    private static double[][] matrix(JsonValue value, String at, int rows, int cols) {
        double[][] matrix = Values.rows(value, at);
        require(matrix.length == rows && matrix[0].length == cols,
                at + " must be " + rows + " × " + cols + ", got " + matrix.length + " × "
                        + (matrix.length == 0 ? 0 : matrix[0].length));
        return matrix;
    }
}
