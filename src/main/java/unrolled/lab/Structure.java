package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.explain.Formula;
import unrolled.explain.Notation;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.Head;
import unrolled.model.WindowCell;
import unrolled.preset.Data;
import unrolled.preset.Preset;
import unrolled.preset.PresetWriter;
import unrolled.tensor.Tensor;
import unrolled.trace.Equation;
import unrolled.trace.Operation;
import unrolled.trace.Saturation;
import unrolled.trace.Trace;

/**
 * The form of an open experiment as JSON: its preset, its tensors and where they stand in a frame, its equations and
 * their order.
 */
public final class Structure {
    private Structure() { }

    /** Of the model that is open, with the whole document. */
    public static JsonObject of(Lab lab) {
        return of(lab, lab.variants().open()).set("preset", lab.document()).add("views", strings(Views.names(lab)));
    }

    /** Of one variant. */
    public static JsonObject of(Lab lab, int variant) {
        Experiment experiment = lab.experiments().get(variant);
        Preset preset = experiment.preset;
        Example example = lab.shownTo(variant);
        Trace trace = lab.traceOf(variant);
        Architecture architecture = preset.architecture();
        JsonObject json = new JsonObject()
                .add("version", lab.version())
                .add("turned", lab.turned())
                .add("writes", lab.writes())
                .add("preset", PresetWriter.write(preset))
                .add("vocabulary", experiment.vocabulary == null ? Json.NULL : strings(experiment.vocabulary.symbols()))
                .add("answers", experiment.answers == null ? Json.NULL : strings(experiment.answers.symbols()))
                .add("unit", preset.data().unit().name().toLowerCase())
                .add("examples", labels(experiment.split.shown()))
                .add("places", numbers(experiment.split.places()))
                .add("trained", experiment.split.learnt())
                .add("validated", experiment.split.validated())
                .add("example", lab.example())
                .add("steps", example.steps())
                .add("padding", example.padding())
                .add("source", example.source())
                .add("truncate", preset.training().method().truncate())
                .add("variants", strings(lab.variants().names()))
                .add("variant", variant)
                .add("essence", lab.essence())
                .add("tokens", strings(example.shownTokens()))
                .add("targets", strings(example.answers()))
                .add("layers", layers(architecture))
                .add("head", head(architecture))
                .add("trains", experiment.trains())
                .add("obstacle", experiment.obstacle() == null ? Json.NULL : Json.value(experiment.obstacle()))
                .add("slope", architecture.hasSlope())
                .add("parameters", experiment.network.parameters().value.size());
        json.add("tensors", tensors(trace, preset));
        schedule(json, trace, new Texts(experiment, lab.turned()));
        return json;
    }

    /** Whether a reader may set a tensor's numbers: weights, initial states, and inputs that are not symbols. */
    static boolean editable(Trace.Entry entry, Preset preset) {
        return switch (entry.role()) {
            case WEIGHT, STATE0, CLAMP -> true;
            case INPUT -> preset.data() instanceof Data.Numbers;
            default -> false;
        };
    }

    private static JsonArray numbers(List<Integer> places) {
        JsonArray numbers = new JsonArray();
        for (int place : places) {
            numbers.add(place);
        }
        return numbers;
    }

    private static JsonArray labels(List<Example> examples) {
        JsonArray labels = new JsonArray();
        examples.forEach(example -> labels.add(example.label()));
        return labels;
    }

    private static JsonArray layers(Architecture architecture) {
        JsonArray layers = new JsonArray();
        for (int l = 0; l < architecture.layers().size(); l++) {
            layers.add(layer(architecture, l));
        }
        return layers;
    }

    private static JsonObject layer(Architecture architecture, int l) {
        Cell cell = architecture.layers().get(l);
        JsonObject json = new JsonObject().add("prefix", architecture.prefix(l)).add("cell", cell.name())
                .add("hidden", cell.hidden() > 0 ? cell.hidden() : architecture.outputs(l))
                .add("input", architecture.input(l)).add("output", architecture.output(l))
                .add("bidirectional", architecture.isBidirectional(l)).add("gates", strings(cell.gates()))
                .add("states", strings(cell.states())).add("holds", strings(cell.clampable())).add("first", architecture.first(l)).add("field", architecture.field(l));
        if (cell instanceof WindowCell window) {
            json.add("width", window.width());
        } else if (cell instanceof ConvCell conv) {
            json.add("width", conv.width());
        } else if (cell instanceof DropoutCell dropout) {
            json.add("drop", dropout.drop());
        }
        return json;
    }

    private static JsonValue head(Architecture architecture) {
        Head head = architecture.head();
        return head == null ? Json.NULL : new JsonObject().add("kind", head.kind().name().toLowerCase())
                .add("size", head.size())
                .add("at", head.at().decodes() ? "decoder" : head.at().name().toLowerCase())
                .add("input", architecture.headInput());
    }

    private static JsonArray tensors(Trace trace, Preset preset) {
        JsonArray tensors = new JsonArray();
        for (Trace.Entry entry : trace.entries()) {
            Tensor tensor = entry.tensor();
            tensors.add(new JsonObject().add("name", entry.name()).add("offset", tensor.offset).add("rows", tensor.rows)
                    .add("cols", tensor.cols).add("stride", tensor.stride).add("shape", Json.array(tensor.shape()))
                    .add("role", entry.role().name().toLowerCase()).add("layer", entry.layer())
                    .add("editable", editable(entry, preset)));
        }
        return tensors;
    }

    private static void schedule(JsonObject json, Trace trace, Texts texts) {
        List<Equation> equations = new ArrayList<>();
        JsonArray schedule = new JsonArray();
        for (Operation operation : trace.schedule()) {
            int index = equations.lastIndexOf(operation.equation());
            if (index < 0) {
                index = equations.size();
                equations.add(operation.equation());
            }
            schedule.add(index).add(operation.t());
        }
        JsonArray described = new JsonArray();
        for (Equation equation : equations) {
            described.add(equation(equation, texts));
        }
        json.add("equations", described).add("schedule", schedule);
    }

    private static JsonObject equation(Equation equation, Texts texts) {
        JsonArray inputs = new JsonArray();
        for (Equation.Input input : equation.inputs()) {
            JsonObject read = new JsonObject().add("tensor", input.tensor()).add("lag", input.lag());
            inputs.add(input.steps() == Equation.Steps.ONE ? read
                    : read.add("steps", input.steps().name().toLowerCase()));
        }
        double[] bounds = Saturation.bounds(equation);
        JsonObject json = new JsonObject().add("output", equation.output()).add("layer", equation.layer())
                .add("phase", equation.phase().name().toLowerCase()).add("text", texts.of(equation))
                .add("inputs", inputs);
        return bounds == null ? json : json.add("bounds", Json.array(bounds));
    }

    static JsonValue strings(List<String> strings) {
        if (strings == null) {
            return Json.NULL;
        }
        JsonArray array = new JsonArray();
        strings.forEach(array::add);
        return array;
    }

    /** Equations in symbols; of an update, the optimiser's rule. */
    record Texts(Experiment experiment, boolean turned) {
        String of(Equation equation) {
            return equation.phase() == Equation.Phase.UPDATE
                    ? experiment.optimizer.equation(equation.output(), equation.inputs().get(0).tensor())
                    : new Formula(Notation.TEXT, turned).symbols(equation);
        }
    }
}
