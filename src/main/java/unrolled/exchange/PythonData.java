package unrolled.exchange;

import com.eclipsesource.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.lab.Lab;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.DropoutCell;
import unrolled.model.Head;
import unrolled.model.Start;
import unrolled.nn.Activation;
import unrolled.optim.Schedule;
import unrolled.preset.Preset;
import unrolled.preset.PresetWriter;
import unrolled.preset.Training;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;
import unrolled.tensor.Tensor;
import unrolled.train.Method;

/** The numbers that a script in Python begins with: weights, data, what was computed here, and how it is trained. */
final class PythonData {
    private static final int MOST_NUMBERS = 200_000;
    private static final int COMPARED = 3;                      // updates

    private final Lab lab;
    private final Preset preset;
    private final Architecture architecture;
    private final StringBuilder out = new StringBuilder();

    PythonData(Lab lab) {
        this.lab = lab;
        this.preset = lab.preset();
        this.architecture = preset.architecture();
    }

    /** @throws IllegalArgumentException if no script can be written of it, with the reason */
    static void requireWritable(Preset preset) {
        require(!preset.holds(), "a value that is held by hand", "let go of it first");
        require(!preset.architecture().start().states().contains(Start.State.RANDOM), "states that are drawn at random",
                "no other library draws the same");
        for (Cell cell : preset.architecture().layers()) {
            require(!(cell instanceof Cell.JordanCell), "a Jordan layer", "it is not written yet");
            require(!(cell instanceof Cell.EncoderDecoderCell), "an encoder and decoder", "it is not written yet");
            require(!(cell.direction() instanceof Cell.ElmanCell elman) || elman.activation() != Activation.THRESHOLD,
                    "threshold units that feed back", "it is not written yet");
        }
    }

    private static void require(boolean holds, String what, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(what + " cannot be written as a script: " + reason);
        }
    }

    boolean trains() {
        return lab.trains();
    }

    /** Whether the same updates come of the same numbers everywhere: nothing is drawn, and nothing changes places. */
    private boolean comparable() {
        Method method = preset.training().method();
        int examples = preset.data().examples().size();
        int batches = method.batch() == 0 ? 1 : (examples + method.batch() - 1) / method.batch();
        boolean drops = false;
        for (Cell cell : architecture.layers()) {
            drops |= cell instanceof DropoutCell;
        }
        return batches < 3 && !drops && method.truncate() == 0 && preset.training().validation() == 0;
    }

    String text() {
        out.append("# By the names and in the layout of a PyTorch state_dict.\nweights = {\n");
        for (NamedArray tensor : StateDict.of(architecture).tensors(ModelFile.weights(lab))) {
            out.append("    ").append(quoted(tensor.name())).append(": ");
            nested(tensor, 0, 0);
            out.append(",\n");
        }
        out.append("}\n");
        states();
        if (preset.data().vocabulary() != null) {
            out.append("vocabulary = ").append(strings(preset.data().vocabulary().symbols())).append('\n');
        }
        shown();
        if (trains()) {
            examples();
            training();
        }
        return out.toString();
    }

    private void states() {
        out.append("# What the first step builds on, where it is not 0.\ninitial = {");
        String between = "";
        for (Map.Entry<String, double[]> state : preset.state().entrySet()) {
            out.append(between).append(quoted(theirs(state.getKey()))).append(": ").append(row(state.getValue()));
            between = ", ";
        }
        out.append("}\n");
    }

    /** l2.rev.h0 becomes rnn.h0_l1_reverse, by the module that the layer belongs to. */
    private String theirs(String ours) {
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (int d = 0; d < cell.prefixes("").size() && !cell.states().isEmpty(); d++) {
                String prefix = cell.prefixes(architecture.prefix(l)).get(d);
                if (ours.equals(prefix + "h0") || ours.equals(prefix + "c0")) {
                    StateDict.Module module = StateDict.of(architecture).module(l);
                    return module.name() + "." + ours.substring(ours.length() - 2) + "_l" + module.layers().indexOf(l)
                            + (d == 1 ? "_reverse" : "");
                }
            }
        }
        return ours;
    }

    /** What is looked at, and what came of it. */
    private void shown() {
        lab.lookInUse();
        Tensor x = lab.trace().tensor("x");
        int T = lab.trace().steps();
        double[][] inputs = new double[T][x.cols];
        for (int i = 0; i < T * x.cols; i++) {
            inputs[i / x.cols][i % x.cols] = x.get(i);
        }
        Head head = architecture.head();
        Tensor answer = lab.trace().tensor(head == null ? architecture.output(architecture.top()) : "y");
        int from = head == null ? architecture.first(architecture.top()) : head.at() == Head.At.EVERY ? 0 : T - 1;
        out.append("# What the page shows, and what it computed from that: ")
                .append(head == null ? "h" : "y").append(" at every step that answers.\n");
        out.append("shown = ").append(inputs(inputs)).append("\nexpected = [");
        for (int t = from; t < T; t++) {
            double[] row = new double[answer.cols];
            for (int j = 0; j < row.length; j++) {
                row[j] = answer.get(t, j);
            }
            out.append(t > from ? ",\n            " : "").append(row(row));
        }
        lab.look();
        out.append("]\n");
    }

    private void examples() {
        List<Example> all = preset.data().examples();
        int numbers = 0;
        int count = 0;
        for (Example example : all) {
            numbers += example.steps() * (preset.data().vocabulary() == null ? example.inputs()[0].length : 1);
            count += numbers <= MOST_NUMBERS || count == 0 ? 1 : 0;
        }
        out.append("# What goes in and what should come out").append(count < all.size() ? ", the first " + count + " of "
                + all.size() : "").append(".\nexamples = [\n");
        for (Example example : all.subList(0, count)) {
            out.append("    (").append(inputs(example.inputs())).append(",\n     ")
                    .append(architecture.head().kind() == Head.Kind.SOFTMAX ? indices(example.targets())
                            : rows(example.targets())).append("),\n");
        }
        out.append("]\n");
    }

    private void training() {
        Training training = preset.training();
        Method method = training.method();
        out.append("learning_rate = ").append(method.learningRate()).append("\nweight_decay = ")
                .append(training.weightDecay()).append("\nclip_norm = ").append(method.clipNorm())
                .append("                              # 0: none\nbatch = ").append(method.batch() == 0 ? "len(examples)" : "" + method.batch())
                .append("\ntruncate = ").append(method.truncate()).append("                               # 0: never\n");
        out.append("# The loss of the first updates as it was computed here; none where anything is drawn at random.\n");
        out.append("expected_losses = ").append(comparable() ? row(losses()) : "[]").append("\n");
    }

    /** From these weights on, with an optimiser that has seen nothing yet. */
    private double[] losses() {
        Lab fresh = new Lab(HeapMemory::float32, new JavaKernels());
        ModelFile.open(fresh, new Safetensors(Map.of(), StateDict.of(architecture).tensors(ModelFile.weights(lab))).bytes(),
                PresetWriter.write(preset).set("checks", Json.array()).toString(), ModelFile.Layout.PYTORCH);
        double[] losses = new double[COMPARED];
        for (int i = 0; i < losses.length; i++) {
            fresh.train(1);
            losses[i] = fresh.lastLoss();
        }
        return losses;
    }

    /** The learning rate's factor at update u, from 1, as an expression in Python. */
    String schedule() {
        Schedule schedule = preset.training().method().schedule();
        String d = "(u - " + (1 + schedule.warmup()) + ")";
        String after = switch (schedule.kind()) {
            case CONSTANT -> "1";
            case STEP -> schedule.factor() + " ** (" + d + " // " + schedule.every() + ")";
            case EXPONENTIAL -> schedule.factor() + " ** (" + d + " / " + schedule.every() + ")";
            case COSINE -> schedule.factor() + " + (1 - " + schedule.factor() + ") * 0.5 * (1 + math.cos(math.pi * min(1, "
                    + d + " / " + (schedule.updates() - schedule.warmup()) + ")))";
        };
        return schedule.warmup() == 0 ? after : "u / " + schedule.warmup() + " if u <= " + schedule.warmup() + " else "
                + after;
    }

    private String inputs(double[][] rows) {
        return preset.data().vocabulary() == null ? rows(rows) : indices(rows);
    }

    private static String indices(double[][] oneHot) {
        List<String> indices = new ArrayList<>();
        for (double[] row : oneHot) {
            int index = 0;
            for (int i = 0; i < row.length; i++) {
                index = row[i] == 1 ? i : index;
            }
            indices.add("" + index);
        }
        return "[" + String.join(", ", indices) + "]";
    }

    private static String rows(double[][] rows) {
        List<String> all = new ArrayList<>();
        for (double[] row : rows) {
            all.add(row(row));
        }
        return "[" + String.join(", ", all) + "]";
    }

    private static String row(double[] row) {
        List<String> numbers = new ArrayList<>();
        for (double number : row) {
            numbers.add(Decimal.of(number));
        }
        return "[" + String.join(", ", numbers) + "]";
    }

    /** The numbers from {@code from} on of one dimension and all after it; tells where they end. */
    private int nested(NamedArray tensor, int dimension, int from) {
        if (dimension == tensor.shape().length) {
            out.append(Decimal.of(tensor.data()[from]));
            return from + 1;
        }
        int at = from;
        boolean rows = tensor.shape().length - dimension > 1;
        out.append('[');
        for (int i = 0; i < tensor.shape()[dimension]; i++) {
            out.append(i == 0 ? "" : rows ? ",\n        " : ", ");
            at = nested(tensor, dimension + 1, at);
        }
        out.append(']');
        return at;
    }

    static String strings(List<String> strings) {
        List<String> quoted = new ArrayList<>();
        strings.forEach(string -> quoted.add(quoted(string)));
        return "[" + String.join(", ", quoted) + "]";
    }

    /** A string as Python writes it, on one line. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(c == '"' || c == '\\' ? "\\" + c : c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t"
                    : c < ' ' ? "\\x" + (c < 16 ? "0" : "") + Integer.toHexString(c) : "" + c);
        }
        return quoted.append('"').toString();
    }
}
