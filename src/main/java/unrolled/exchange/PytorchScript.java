package unrolled.exchange;

import java.util.ArrayList;
import java.util.List;
import unrolled.lab.Lab;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.model.ConvCell;
import unrolled.model.DropoutCell;
import unrolled.model.EmbeddingCell;
import unrolled.model.Head;
import unrolled.model.HiddenCell;
import unrolled.model.WindowCell;
import unrolled.nn.Activation;
import unrolled.nn.Reset;
import unrolled.nn.Shape;
import unrolled.preset.Training;

/**
 * The model as one script for PyTorch: modules of torch.nn where there are such, it computes what the page shows, prints
 * both, and trains on. One sequence at a time, a row a step.
 */
public final class PytorchScript {
    private static final String OWN = """

            class Recurrent(nn.Module):
                \"""What torch.nn has not: another activation, or a GRU that resets before the product.\"""

                def __init__(self, gates, inputs, hidden, num_layers=1, bidirectional=False, dropout=0, phi=None):
                    super().__init__()
                    self.num_layers, self.ends, self.phi, self.drop = num_layers, ("", "_reverse")[:1 + bidirectional], phi, dropout
                    for l in range(num_layers):
                        for end in self.ends:
                            X = inputs if l == 0 else hidden * len(self.ends)
                            for name, shape in (("weight_ih", (gates * hidden, X)), ("weight_hh", (gates * hidden, hidden)),
                                                ("bias_ih", (gates * hidden,)), ("bias_hh", (gates * hidden,))):
                                self.register_parameter(f"{name}_l{l}{end}", nn.Parameter(torch.zeros(shape)))

                def forward(self, x, h0):
                    last = []
                    for l in range(self.num_layers):
                        directions = []
                        for end in self.ends:
                            W = lambda name: getattr(self, f"{name}_l{l}{end}")
                            h, rows = h0[len(last)], [None] * len(x)
                            a = x @ W("weight_ih").T + W("bias_ih") + W("bias_hh")
                            for t in range(len(x)) if end == "" else reversed(range(len(x))):
                                h = rows[t] = self.step(W, a[t], h)
                            last.append(h)
                            directions.append(torch.stack(rows))
                        x = torch.cat(directions, 1)
                        if self.drop and l < self.num_layers - 1:
                            x = F.dropout(x, self.drop, self.training)
                    return x, torch.stack(last)

                def step(self, W, a, h):
                    if self.phi:
                        return self.phi(a + W("weight_hh") @ h)
                    (r, z, n), (Wr, Wz, Wn) = a.chunk(3), W("weight_hh").chunk(3)
                    r, z = torch.sigmoid(r + Wr @ h), torch.sigmoid(z + Wz @ h)
                    return (1 - z) * torch.tanh(n + Wn @ (r * h)) + z * h

            """;

    private static final String STATES = """

            def first_state(model, module, letter):
                \"""What the first step builds on: learned, given, or 0.\"""
                rnn = getattr(model, module)
                places = [f"_l{l}{end}" for l in range(rnn.num_layers) for end in ("", "_reverse") if hasattr(rnn, f"weight_hh_l{l}{end}")]
                zeros = torch.zeros(rnn.weight_hh_l0.shape[1])
                return torch.stack([getattr(rnn, letter + place) if hasattr(rnn, letter + place)
                                    else torch.tensor(initial.get(f"{module}.{letter}{place}", zeros.tolist()), dtype=torch.float32)
                                    for place in places])

            def window(x, before, after):
                \"""The steps around each step, side by side.\"""
                n, x = len(x), F.pad(x, (0, 0, before, after))
                return torch.cat([x[p:p + n] for p in range(before + 1 + after)], 1)

            """;

    private static final String TRAINING = """

            def rate(u):
                return learning_rate * (%s)

            # A second bias that adds nothing stays 0: only a GRU's n has two that differ.
            for name, p in model.named_parameters():
                if ".bias_hh" in name:
                    mask = torch.zeros_like(p)
            %s        p.register_hook(lambda g, mask=mask: g * mask)

            optimizer = %s

            def step(u, part, states):
                \"""One update from some examples, or pieces of them; the loss, or None if no answer is due.\"""
                counted, loss = sum(len(targets) for _, targets in part), 0.0
                optimizer.zero_grad()
                for k, (inputs, targets) in enumerate(part):
                    logits, _, states[k][0] = model(torch.tensor(inputs), states[k][0])
                    if targets:
                        L = loss_of(logits[len(logits) - len(targets):], torch.tensor(targets), counted)
                        L.backward()
                        loss += L.item()
                if not counted:
                    return None
                if clip_norm:
                    nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
                for group in optimizer.param_groups:
                    group["lr"] = rate(u)
                optimizer.step()
                return loss

            def pieces(inputs, targets):
                \"""An example cut for truncated backpropagation, each piece with its answers.\"""
                size = truncate or len(inputs)
                first = len(inputs) - len(targets)
                for at in range(0, len(inputs), size):
                    n = min(size, len(inputs) - at)
                    yield inputs[at:at + n], targets[max(0, at - first):max(0, at + n - first)]

            def train(updates):
                \"""The examples in their order, batch by batch; the page shuffles the batches where there are three or more.\"""
                model.train()
                u = 0
                while u < updates:
                    for b in range(0, len(examples), batch):
                        some = [list(pieces(*example)) for example in examples[b:b + batch]]
                        states = [[None] for _ in some]
                        for k in range(max(len(one) for one in some)):
                            part = [(one[k], state) for one, state in zip(some, states) if k < len(one)]
                            loss = step(u + 1, [piece for piece, _ in part], [state for _, state in part])
                            if loss is None or u >= updates:
                                continue
                            u += 1
                            there = f"  there {expected_losses[u - 1]:.6f}" if u <= len(expected_losses) else ""
                            if there or u %% 10 == 0:
                                print(f"update {u}: loss {loss:.6f}{there}")
                model.eval()

            train(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
            """;

    private final Lab lab;
    private final Architecture architecture;
    private final PythonData data;
    private final StateDict dict;

    private PytorchScript(Lab lab) {
        this.lab = lab;
        this.architecture = lab.preset().architecture();
        this.data = new PythonData(lab);
        this.dict = StateDict.of(architecture);
    }

    /** @throws IllegalArgumentException if no script can be written of it, with the reason */
    public static String write(Lab lab) {
        PythonData.requireWritable(lab.preset());
        return new PytorchScript(lab).write();
    }

    private String write() {
        StringBuilder out = new StringBuilder("# ").append(PythonData.quoted(lab.preset().lesson().title()))
                .append(", written by Unrolled for Python and PyTorch.\n")
                .append("# Prints what it computes beside what the page computed; then trains: python3 FILE [UPDATES]\n")
                .append("import math\nimport sys\n\nimport torch\nimport torch.nn.functional as F\nfrom torch import nn\n\n")
                .append(data.text());
        boolean own = false;
        for (Cell cell : architecture.layers()) {
            own |= isOwn(cell);
        }
        out.append(own ? OWN : "").append(STATES);
        List<String> init = new ArrayList<>();
        List<String> forward = new ArrayList<>();
        layers(init, forward);
        head(init, forward);
        out.append("class Model(nn.Module):\n    def __init__(self):\n        super().__init__()\n");
        init.forEach(line -> out.append("        ").append(line).append('\n'));
        out.append("\n    def forward(self, x, states=None):\n"
                + "        \"\"\"Logits (or h, where there is no output) and y, a row a step that answers, and the states.\"\"\"\n"
                + "        states, after = states or {}, {}\n");
        forward.forEach(line -> out.append("        ").append(line).append('\n'));
        out.append("""


                model = Model()
                model.load_state_dict({name: torch.tensor(array, dtype=torch.float32) for name, array in weights.items()})
                model.eval()
                there = torch.tensor(expected, dtype=torch.float32)
                with torch.no_grad():
                    y = model(torch.tensor(shown))[1]
                for here, page in zip(y, there):
                    print("here ", here.tolist(), "\\nthere", page.tolist())
                print(f"largest difference {(y - there).abs().max().item():.2e}")
                """);
        if (data.trains()) {
            out.append(loss()).append(String.format(TRAINING, data.schedule(), gruBiases(),
                    optimizer(lab.preset().training())));
        }
        return out.toString();
    }

    private void layers(List<String> init, List<String> forward) {
        boolean symbols = lab.preset().data().vocabulary() != null;
        if (!symbols) {
            forward.add("x = x.float()");
        } else if (!(architecture.layers().get(0) instanceof EmbeddingCell)) {
            forward.add("x = F.one_hot(x, " + architecture.inputs() + ").float()");
        }
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            String name = dict.module(l) == null ? "" : dict.module(l).name();
            int X = architecture.inputs(l);
            if (cell instanceof EmbeddingCell embedding) {
                init.add("self." + name + " = nn.Embedding(" + X + ", " + embedding.hidden() + ")");
                forward.add("x = " + (l == 0 ? "self." + name + "(x)" : "x @ self." + name + ".weight"));
            } else if (cell instanceof HiddenCell hidden) {
                init.add("self." + name + " = nn.Linear(" + X + ", " + hidden.hidden() + ")");
                forward.add("x = " + activated(hidden.activation(), "self." + name + "(x)"));
            } else if (cell instanceof WindowCell window) {
                forward.add("x = window(x, " + window.before() + ", " + window.after() + ")");
            } else if (cell instanceof ConvCell conv) {
                init.add("self." + name + " = nn.Conv1d(" + X + ", " + conv.hidden() + ", " + conv.width() + ")");
                forward.add("x = " + activated(conv.activation(), "self." + name + "("
                        + (conv.pad() ? "F.pad(x.T, (" + (conv.width() - 1) + ", 0))" : "x.T") + ").T"));
            } else if (cell instanceof DropoutCell dropout) {
                if (!dict.spans(l)) {
                    init.add("self.dropout" + l + " = nn.Dropout(" + dropout.drop() + ")");
                    forward.add("x = self.dropout" + l + "(x)");
                }
            } else if (dict.module(l).layers().get(0) == l) {
                recurrent(l, cell, init, forward);
            }
        }
    }

    private void recurrent(int l, Cell cell, List<String> init, List<String> forward) {
        StateDict.Module module = dict.module(l);
        Cell one = cell.direction();
        List<String> arguments = new ArrayList<>(List.of("" + architecture.inputs(l), "" + cell.hidden()));
        if (module.layers().size() > 1) {
            arguments.add("num_layers=" + module.layers().size());
            if (architecture.layers().get(l + 1) instanceof DropoutCell dropout) {
                arguments.add("dropout=" + dropout.drop());
            }
        }
        if (cell.prefixes("").size() > 1) {
            arguments.add("bidirectional=True");
        }
        String kind = one instanceof Cell.LstmCell ? "nn.LSTM" : one instanceof Cell.GruCell ? "nn.GRU" : "nn.RNN";
        if (isOwn(cell)) {
            kind = "Recurrent";
            arguments.add(0, one instanceof Cell.GruCell ? "3" : "1");
        }
        if (one instanceof Cell.ElmanCell elman) {
            arguments.add(isOwn(cell) ? "phi=lambda a: " + activated(elman.activation(), "a")
                    : "nonlinearity=\"" + elman.activation().name().toLowerCase() + "\"");
        }
        String self = "self." + module.name();
        init.add(self + " = " + kind + "(" + String.join(", ", arguments) + ")");
        for (int layer : module.layers()) {
            for (Shape shape : architecture.shapes(layer)) {
                if (shape.name().endsWith("0") && architecture.learnsState(layer, shape.name())) {
                    String letter = shape.name().substring(shape.name().length() - 2);
                    init.add(self + "." + letter + "_l" + module.layers().indexOf(layer) + " = nn.Parameter(torch.zeros("
                            + shape.rows() + "))");
                }
            }
        }
        String quoted = "\"" + module.name() + "\"";
        String h0 = "first_state(self, " + quoted + ", \"h0\")";
        boolean lstm = one instanceof Cell.LstmCell;
        forward.add("first = states.get(" + quoted + ") or " + (lstm ? "(" + h0 + ", " + h0.replace("h0", "c0") + ")"
                : "(" + h0 + ",)"));
        forward.add("x, last = " + self + "(x, " + (lstm ? "first" : "first[0]") + ")");
        forward.add("after[" + quoted + "] = " + (lstm ? "(last[0].detach(), last[1].detach())" : "(last.detach(),)"));
    }

    /** Whether torch.nn has no module for it. */
    private static boolean isOwn(Cell cell) {
        Cell one = cell.direction();
        return one instanceof Cell.GruCell gru && gru.reset() == Reset.BEFORE || one instanceof Cell.ElmanCell elman
                && elman.activation() != Activation.TANH && elman.activation() != Activation.RELU;
    }

    private void head(List<String> init, List<String> forward) {
        Head head = architecture.head();
        if (head == null) {
            forward.add("return x, x, after");
            return;
        }
        switch (head.at()) {
            case LAST -> forward.add("x = x[-1:]");
            case MEAN -> forward.add("x = x.mean(0, keepdim=True)");
            case MAX -> forward.add("x = x.amax(0, keepdim=True)");
            case ATTENTION -> {
                init.add("self.attention = nn.Linear(" + architecture.outputs(architecture.top()) + ", 1, bias=False)");
                forward.add("x = (self.attention(x).softmax(0) * x).sum(0, keepdim=True)");
            }
            default -> { }
        }
        init.add("self.linear = nn.Linear(" + architecture.headInputs() + ", " + head.size() + ")");
        forward.add("logits = self.linear(x)");
        forward.add("return logits, " + (head.kind() == Head.Kind.SOFTMAX ? "logits.softmax(1)"
                : activated(head.activation(), "logits")) + ", after");
    }

    private String loss() {
        Head head = architecture.head();
        String share = head.loss() == Head.Loss.HALF_SQUARE_SUM ? "" : " / counted";
        String loss = head.kind() == Head.Kind.SOFTMAX ? "F.cross_entropy(logits, targets, reduction=\"sum\")"
                : head.loss() == Head.Loss.CROSS_ENTROPY
                ? "F.binary_cross_entropy_with_logits(logits, targets.float(), reduction=\"sum\")"
                : head.scale() + " * (" + activated(head.activation(), "logits") + " - targets).square().sum()";
        return "\ndef loss_of(logits, targets, counted):\n    return " + loss + share + "\n";
    }

    private String gruBiases() {
        StringBuilder text = new StringBuilder();
        for (StateDict.Module module : dict.modules()) {
            Cell cell = architecture.layers().get(module.layers().get(0)).direction();
            if (cell instanceof Cell.GruCell gru && gru.reset() == Reset.AFTER) {
                text.append("        if name.startswith(\"").append(module.name()).append(".bias_hh\"):\n            mask[2 * ")
                        .append(gru.hidden()).append(":] = 1\n");
            }
        }
        return text.toString();
    }

    private static String activated(Activation activation, String a) {
        return switch (activation) {
            case TANH -> "torch.tanh(" + a + ")";
            case SIGMOID -> "torch.sigmoid(" + a + ")";
            case RELU -> "torch.relu(" + a + ")";
            case LINEAR -> a;
            case THRESHOLD -> "(" + a + " > 0).float()";
        };
    }

    private static String optimizer(Training training) {
        String rest = ", lr=learning_rate, weight_decay=weight_decay";
        return "torch.optim." + switch (training.optimizer()) {
            case ADAM -> "Adam(model.parameters()" + rest;
            case ADAMW -> "AdamW(model.parameters()" + rest;
            case RMSPROP -> "RMSprop(model.parameters()" + rest;
            case SGD -> "SGD(model.parameters()" + rest + ", momentum=" + training.momentum() + ", nesterov="
                    + (training.nesterov() ? "True" : "False");
        } + ")";
    }
}
