package unrolled.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import unrolled.lab.Checks;
import unrolled.lab.Lab;
import unrolled.lab.Report;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** A run as one JSON object: {@code preset, checks, tensors, metrics}; tensors row by row, time first. */
final class RunJson {
    private RunJson() { }

    static JsonObject of(Opened opened) {
        JsonArray checks = new JsonArray();
        for (Checks.Result result : opened.checks()) {
            checks.add(new JsonObject().add("name", result.fullName()).add("expected", result.expected())
                    .add("actual", result.actual()).add("tolerance", result.tolerance()).add("ok", result.ok()));
        }
        JsonObject tensors = new JsonObject();
        for (Trace.Entry entry : Tensors.of(opened.lab())) {
            tensors.add(entry.name(), tensor(entry, opened.lab()));
        }
        return new JsonObject().add("preset", opened.id()).add("checks", checks).add("tensors", tensors)
                .add("metrics", metrics(opened));
    }

    /** What the report tells in single words and numbers; the checks stand beside it. */
    static JsonObject metrics(Opened opened) {
        JsonObject report = Report.of(opened.lab());
        report.remove("checks");
        report.remove("points");
        report.remove("truth");
        report.remove("variants");
        return report;
    }

    /** What a convolution without padding has not at its first steps is null. */
    private static JsonObject tensor(Trace.Entry entry, Lab lab) {
        Tensor tensor = entry.tensor();
        boolean ofSteps = entry.role() == Trace.Role.ACTIVATION || entry.role() == Trace.Role.FLOW;
        int first = ofSteps && entry.layer() > 0 ? lab.preset().architecture().first(entry.layer() - 1) : 0;
        JsonArray data = new JsonArray();
        for (int i = 0; i < tensor.size(); i++) {
            data.add(i / tensor.cols < first ? Json.NULL : number(tensor.get(i)));
        }
        return new JsonObject().add("shape", Json.array(tensor.shape())).add("data", data);
    }

    /** The shortest decimal that is this float32; JSON has no NaN and no infinity: null stands for both. */
    private static JsonValue number(double value) {
        return Double.isFinite(value) ? Json.value((float) value) : Json.NULL;
    }
}
