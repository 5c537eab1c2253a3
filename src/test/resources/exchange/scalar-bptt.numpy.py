# "Every gradient of a scalar net", written by Unrolled for Python and NumPy.
# Prints what it computes beside what the page computed; then trains: python3 FILE [UPDATES]
import math
import sys

import numpy as np

# By the names and in the layout of a PyTorch state_dict.
weights = {
    "rnn.weight_ih_l0": [[0.5]],
    "rnn.weight_hh_l0": [[0.8]],
    "rnn.bias_ih_l0": [0],
    "rnn.bias_hh_l0": [0],
    "linear.weight": [[1.2]],
    "linear.bias": [0],
}
# What the first step builds on, where it is not 0.
initial = {}
# What the page shows, and what it computed from that: y at every step that answers.
shown = [[1], [-0.5], [2]]
expected = [[0.5039156],
            [0.14198464],
            [0.7436363]]
# What goes in and what should come out.
examples = [
    ([[1], [-0.5], [2]],
     [[0.5], [0], [1]]),
]
learning_rate = 0.1
weight_decay = 0.0
clip_norm = 0.0                              # 0: none
batch = 1
truncate = 0                               # 0: never
# The loss of the first updates as it was computed here; none where anything is drawn at random.
expected_losses = [0.042948656, 0.039483774, 0.037110135]

class Value:
    """An array, what it was computed from, and how a gradient goes back to that."""
    count = 0

    def __init__(self, data, parents=(), back=None):
        self.data = np.asarray(data, dtype=np.float64)
        self.parents, self.back, self.grad = parents, back, 0.0
        Value.count += 1
        self.order = Value.count

    def __add__(self, other):
        a, b = self, value(other)
        return Value(a.data + b.data, (a, b), lambda g: (fit(g, a), fit(g, b)))

    def __mul__(self, other):
        a, b = self, value(other)
        return Value(a.data * b.data, (a, b), lambda g: (fit(g * b.data, a), fit(g * a.data, b)))

    def __sub__(self, other):
        return self + value(other) * -1.0

    def __rsub__(self, other):
        return value(other) - self

    def __matmul__(self, other):
        a, b = self, other
        return Value(a.data @ b.data, (a, b), lambda g: (g @ b.data.T, a.data.T @ g))

    def __getitem__(self, key):
        def back(g):
            whole = np.zeros_like(self.data)
            np.add.at(whole, key, g)
            return (whole,)
        return Value(self.data[key], (self,), back)

    @property
    def T(self):
        return Value(self.data.T, (self,), lambda g: (g.T,))

    def backward(self):
        values, todo = {}, [self]
        while todo:
            v = todo.pop()
            if v.order not in values:
                values[v.order] = v
                v.grad = np.zeros_like(v.data)
                todo.extend(v.parents)
        self.grad = np.ones_like(self.data)
        for order in sorted(values, reverse=True):
            v = values[order]
            for parent, g in zip(v.parents, v.back(v.grad) if v.back else ()):
                parent.grad = parent.grad + g


def value(x):
    return x if isinstance(x, Value) else Value(x)

def fit(g, v):
    """A gradient summed over what was repeated to fit."""
    while g.ndim > v.data.ndim:
        g = g.sum(axis=0)
    for axis, n in enumerate(v.data.shape):
        if n == 1 and g.shape[axis] != 1:
            g = g.sum(axis=axis, keepdims=True)
    return g

def tanh(x):
    y = np.tanh(x.data)
    return Value(y, (x,), lambda g: (g * (1 - y * y),))

def sigmoid(x):
    y = 0.5 * (1 + np.tanh(0.5 * x.data))
    return Value(y, (x,), lambda g: (g * y * (1 - y),))

def relu(x):
    return Value(np.maximum(x.data, 0), (x,), lambda g: (g * (x.data > 0),))

def linear(x):
    return x

def threshold(x):
    return Value(x.data > 0, (x,), lambda g: (0 * g,))

def softmax(x, axis):
    e = np.exp(x.data - x.data.max(axis=axis, keepdims=True))
    y = e / e.sum(axis=axis, keepdims=True)
    return Value(y, (x,), lambda g: (y * (g - (g * y).sum(axis=axis, keepdims=True)),))

def log(x):
    return Value(np.log(x.data), (x,), lambda g: (g / x.data,))

def total(x, axis=None):
    return Value(x.data.sum(axis=axis, keepdims=axis is not None), (x,), lambda g: (g + np.zeros_like(x.data),))

def largest(x):
    at = (x.data.argmax(axis=0), np.arange(x.data.shape[1]))
    return x[at][None]

def stack(rows):
    return Value(np.stack([r.data for r in rows]), tuple(rows), lambda g: tuple(g))

def join(parts):
    ends = np.cumsum([p.data.shape[-1] for p in parts])[:-1]
    return Value(np.concatenate([p.data for p in parts], axis=-1), tuple(parts), lambda g: np.split(g, ends, axis=-1))

def pad(x, before, after):
    T = len(x.data)
    return Value(np.pad(x.data, ((before, after), (0, 0))), (x,), lambda g: (g[before:before + T],))


P = {name: Value(array) for name, array in weights.items()}

def affine(module, x):
    return x @ P[module + ".weight"].T + P[module + ".bias"]

def window(x, before, after):
    x = pad(x, before, after)
    n = len(x.data) - before - after
    return join([x[p:p + n] for p in range(before + 1 + after)])

def conv(module, x, before):
    W = P[module + ".weight"]
    x = pad(x, before, 0)
    n = len(x.data) - W.data.shape[2] + 1
    a = P[module + ".bias"]
    for p in range(W.data.shape[2]):
        a = x[p:p + n] @ W[:, :, p].T + a
    return a

def dropout(x, drop):
    return x * ((np.random.rand(*x.data.shape) >= drop) / (1 - drop)) if training else x

def elman(W, a, h, c, phi):
    return phi(a + (h @ W("weight_hh").T + W("bias_hh"))[0]), c

def lstm(W, a, h, c, phi):
    a = a + (h @ W("weight_hh").T + W("bias_hh"))[0]
    H = h.data.shape[1]
    i, f, g, o = sigmoid(a[:H]), sigmoid(a[H:2 * H]), tanh(a[2 * H:3 * H]), sigmoid(a[3 * H:])
    c = f * c + i * g
    return o * tanh(c), c

def gru(W, a, h, c, phi):
    m = (h @ W("weight_hh").T + W("bias_hh"))[0]
    H = h.data.shape[1]
    r, z = sigmoid(a[:H] + m[:H]), sigmoid(a[H:2 * H] + m[H:2 * H])
    n = tanh(a[2 * H:] + r * m[2 * H:])
    return (1 - z) * n + z * h[0], c

def gru_reset_before(W, a, h, c, phi):
    m = (h @ W("weight_hh").T)[0]
    H = h.data.shape[1]
    r, z = sigmoid(a[:H] + m[:H]), sigmoid(a[H:2 * H] + m[H:2 * H])
    n = tanh(a[2 * H:] + ((r * h[0])[None] @ W("weight_hh")[2 * H:].T)[0])
    return (1 - z) * n + z * h[0], c

def recurrent(module, x, step, states, phi=tanh, layers=1, directions=1, drop=0):
    for l in range(layers):
        hs = []
        for end in ("", "_reverse")[:directions]:
            place = f"_l{l}{end}"
            W = lambda name: P[module + "." + name + place]
            a = x @ W("weight_ih").T + W("bias_ih")
            zeros = np.zeros(W("weight_hh").data.shape[1])
            h, c = (states.get(name, P.get(name, value(initial.get(name, zeros))))
                    for name in (module + ".h0" + place, module + ".c0" + place))
            rows = [None] * len(x.data)
            for t in range(len(rows)) if end == "" else reversed(range(len(rows))):
                h, c = step(W, a[t], h[None], c, phi)
                rows[t] = h
            states[module + ".h0" + place], states[module + ".c0" + place] = value(h.data), value(c.data)
            hs.append(stack(rows))
        x = join(hs)
        if drop and l < layers - 1:
            x = dropout(x, drop)
    return x

training = False

def forward(x, states):
    """Logits (or h, where there is no output) and y, a row a step that answers."""
    x = value(x)
    x = recurrent("rnn", x, elman, states, tanh)
    logits = affine("linear", x)
    return logits, tanh(logits)

y = forward(shown, {})[1].data
for here, there in zip(y, np.array(expected)):
    print("here ", np.array2string(here, precision=6), "\nthere", np.array2string(there, precision=6))
print(f"largest difference {np.abs(y - np.array(expected)).max():.2e}")

def loss_of(logits, targets, counted):
    targets = np.array(targets)
    return total((tanh(logits) - targets) * (tanh(logits) - targets)) * (0.5 * 1.0)

def rate(u):
    return learning_rate * (1)

# A second bias that adds nothing stays 0: only a GRU's n has two that differ.
trained = {name: 1.0 for name in P}
for name in P:
    if ".bias_hh" in name:
        trained[name] = np.zeros_like(P[name].data)

memory = {name: [0.0, 0.0] for name in P}

def update(u, gradients):
    lr = rate(u)
    for name, p in P.items():
        g = gradients[name]
        g = g + weight_decay * p.data
        v = memory[name][0] = 0.0 * memory[name][0] + g
        p.data = p.data - lr * v


def step(u, part, states):
    """One update from some examples, or pieces of them; the loss, or None if no answer is due."""
    counted = sum(len(targets) for _, targets in part)
    gradients, loss = {name: 0.0 for name in P}, 0.0
    for (inputs, targets), carried in zip(part, states):
        logits = forward(inputs, carried)[0]
        if targets:
            L = loss_of(logits[len(logits.data) - len(targets):], targets, counted)
            L.backward()
            loss += float(L.data)
            for name, p in P.items():
                gradients[name] = gradients[name] + p.grad * trained[name]
                p.grad = 0.0
    if not counted:
        return None
    norm = math.sqrt(sum(float(np.sum(np.square(g))) for g in gradients.values()))
    if clip_norm and norm > clip_norm:
        gradients = {name: g * (clip_norm / norm) for name, g in gradients.items()}
    update(u, gradients)
    return loss

def pieces(inputs, targets):
    """An example cut for truncated backpropagation, each piece with its answers."""
    size = truncate or len(inputs)
    first = len(inputs) - len(targets)
    for at in range(0, len(inputs), size):
        n = min(size, len(inputs) - at)
        yield inputs[at:at + n], targets[max(0, at - first):max(0, at + n - first)]

def train(updates):
    """The examples in their order, batch by batch; the page shuffles the batches where there are three or more."""
    global training
    training, u = True, 0
    while u < updates:
        for b in range(0, len(examples), batch):
            some = [list(pieces(*example)) for example in examples[b:b + batch]]
            states = [{} for _ in some]
            for k in range(max(len(one) for one in some)):
                part = [(one[k], state) for one, state in zip(some, states) if k < len(one)]
                loss = step(u + 1, [piece for piece, _ in part], [state for _, state in part])
                if loss is None or u >= updates:
                    continue
                u += 1
                there = f"  there {expected_losses[u - 1]:.6f}" if u <= len(expected_losses) else ""
                if there or u % 10 == 0:
                    print(f"update {u}: loss {loss:.6f}{there}")
    training = False

train(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
