package unrolled.lab;

import static unrolled.lab.Lab.require;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import unrolled.preset.MatrixText;
import unrolled.preset.Variants;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/**
 * Writes numbers into one tensor of a lab. Weights are written in place; inputs and initial states are part of the
 * preset.
 */
final class Edit {
    private final Lab lab;
    private final String name;
    private final Trace.Role role;
    private final Tensor tensor;

    /** @throws IllegalArgumentException if there is no such tensor, or its numbers are computed */
    Edit(Lab lab, String name) {
        Trace.Entry entry = lab.trace().entry(name);
        require(entry != null, "this net has no tensor \"" + name + "\"");
        require(Structure.editable(entry, lab.preset()), name + " cannot be set: it is computed"
                + (entry.role() == Trace.Role.INPUT ? " from the text, which can be edited" : ""));
        this.lab = lab;
        this.name = name;
        this.role = entry.role();
        this.tensor = entry.tensor();
    }

    void set(int index, double value) {
        require(index >= 0 && index < tensor.size(), name + " has numbers 0.." + (tensor.size() - 1) + ", got "
                + index);
        require(Math.abs(value) <= Float.MAX_VALUE || role == Trace.Role.CLAMP && Double.isNaN(value), name + "[" + index
                + "] must be a finite number that float32 can hold, got " + value);
        double[][] rows = rows();
        rows[index / tensor.cols][index % tensor.cols] = value;
        write(rows);
    }

    /** Of a vector, the text may be a row or a column. */
    void paste(String text) {
        double[][] rows = MatrixText.read(text);
        if (tensor.vector && rows[0].length == 1 && rows.length == tensor.cols) {
            rows = transposed(rows);
        }
        boolean turned = lab.turned() && role == Trace.Role.WEIGHT && !tensor.vector;
        int height = turned ? tensor.cols : tensor.rows;
        int width = turned ? tensor.rows : tensor.cols;
        require(rows.length == height && rows[0].length == width, name + " must be " + height + " × " + width + ", got "
                + rows.length + " × " + rows[0].length);
        write(turned ? transposed(rows) : rows);
    }

    private void write(double[][] rows) {
        if (role == Trace.Role.WEIGHT) {
            for (int i = 0; i < tensor.size(); i++) {
                tensor.set(i, rows[i / tensor.cols][i % tensor.cols]);
            }
            lab.experiment().touched();
            return;
        }
        JsonObject json = lab.document();
        if (role == Trace.Role.INPUT) {
            JsonArray inputs = new JsonArray();
            for (double[] row : rows) {
                inputs.add(shortest(row));
            }
            json.get("data").asObject().set("inputs", inputs);
        } else if (role == Trace.Role.CLAMP) {
            json.get("clamps").asObject().set(name.replace("set.", ""), held(rows));
        } else {
            json.get("state").asObject().set(name, shortest(rows[0]));
        }
        lab.change(Variants.readEdit(json.toString(), lab.variants()));
    }

    private double[][] rows() {
        double[][] rows = new double[tensor.rows][tensor.cols];
        for (int i = 0; i < tensor.size(); i++) {
            rows[i / tensor.cols][i % tensor.cols] = tensor.get(i);
        }
        return rows;
    }

    private static JsonArray held(double[][] rows) {
        JsonArray json = new JsonArray();
        for (double[] row : rows) {
            JsonArray numbers = new JsonArray();
            for (double number : row) {
                numbers.add(number == number ? Json.value((float) number) : Json.NULL);
            }
            json.add(numbers);
        }
        return json;
    }

    /** In float32's shortest form, so that 0.1 stays 0.1. */
    private static JsonArray shortest(double[] row) {
        JsonArray array = new JsonArray();
        for (double number : row) {
            array.add((float) number);
        }
        return array;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][r] = rows[r][c];
            }
        }
        return columns;
    }
}
