package unrolled.preset;

import static unrolled.preset.Values.require;

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
