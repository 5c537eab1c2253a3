# "Every gradient of a scalar net", written by Unrolled for Python and PyTorch.
# Prints what it computes beside what the page computed; then trains: python3 FILE [UPDATES]
import math
import sys

import torch
import torch.nn.functional as F
from torch import nn

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

def first_state(model, module, letter):
    """What the first step builds on: learned, given, or 0."""
    rnn = getattr(model, module)
    places = [f"_l{l}{end}" for l in range(rnn.num_layers) for end in ("", "_reverse") if hasattr(rnn, f"weight_hh_l{l}{end}")]
    zeros = torch.zeros(rnn.weight_hh_l0.shape[1])
    return torch.stack([getattr(rnn, letter + place) if hasattr(rnn, letter + place)
                        else torch.tensor(initial.get(f"{module}.{letter}{place}", zeros.tolist()), dtype=torch.float32)
                        for place in places])

def window(x, before, after):
    """The steps around each step, side by side."""
    n, x = len(x), F.pad(x, (0, 0, before, after))
    return torch.cat([x[p:p + n] for p in range(before + 1 + after)], 1)

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(1, 1, nonlinearity="tanh")
        self.linear = nn.Linear(1, 1)

    def forward(self, x, states=None):
        """Logits (or h, where there is no output) and y, a row a step that answers, and the states."""
        states, after = states or {}, {}
        x = x.float()
        first = states.get("rnn") or (first_state(self, "rnn", "h0"),)
        x, last = self.rnn(x, first[0])
        after["rnn"] = (last.detach(),)
        logits = self.linear(x)
        return logits, torch.tanh(logits), after


model = Model()
model.load_state_dict({name: torch.tensor(array, dtype=torch.float32) for name, array in weights.items()})
model.eval()
there = torch.tensor(expected, dtype=torch.float32)
with torch.no_grad():
    y = model(torch.tensor(shown))[1]
for here, page in zip(y, there):
    print("here ", here.tolist(), "\nthere", page.tolist())
print(f"largest difference {(y - there).abs().max().item():.2e}")

def loss_of(logits, targets, counted):
    return 0.5 * (torch.tanh(logits) - targets).square().sum()

def rate(u):
    return learning_rate * (1)

# A second bias that adds nothing stays 0: only a GRU's n has two that differ.
for name, p in model.named_parameters():
    if ".bias_hh" in name:
        mask = torch.zeros_like(p)
        p.register_hook(lambda g, mask=mask: g * mask)

optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate, weight_decay=weight_decay, momentum=0.0, nesterov=False)

def step(u, part, states):
    """One update from some examples, or pieces of them; the loss, or None if no answer is due."""
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
    """An example cut for truncated backpropagation, each piece with its answers."""
    size = truncate or len(inputs)
    first = len(inputs) - len(targets)
    for at in range(0, len(inputs), size):
        n = min(size, len(inputs) - at)
        yield inputs[at:at + n], targets[max(0, at - first):max(0, at + n - first)]

def train(updates):
    """The examples in their order, batch by batch; the page shuffles the batches where there are three or more."""
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
                if there or u % 10 == 0:
                    print(f"update {u}: loss {loss:.6f}{there}")
    model.eval()

train(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
