/** The words of models beside each other on the stage, in English. */
const SHOWN = 4;

export const beside = {
  button: "Compare",
  hint: "Compare with another model",
  menu: "Beside it the same net, but",
  full: "No more than six models stand beside each other",
  together: "Show one under the other",
  alone: "Show the open one alone",
  net: "This net",
  cell: (name) => "with " + name,
  sized: (name, units) => name + " " + units,
  units: (n) => "with " + n + (n === 1 ? " unit" : " units"),
  from: (name, updates) => name + " from " + updates,
  branch: (updates) => (updates ? "going on from update " + updates : "with nothing changed yet"),
  branchHere: "Branch from here",
  branchHint: "A second model goes on from this moment; this one goes back to its latest update",
  name: "Name",
  remove: (name) => "Take " + name + " away",
  race: (loss, each) => "Down to a loss of " + loss + ": " + each.join(", ") + ".",
  racer: (name, updates) => name + " after " + updates + (updates === "1" ? " update" : " updates"),
  open: (name) => "Open " + name,
  isOpen: "This one is open: edits are of it",
  count: (n) => n + (n === "1" ? " update" : " updates"),
  loss: (loss) => "loss " + loss,
  right: (share) => share + " % right",
  label: (name, figures) => name + ", beside the open model. " + figures,
  apart(names, steps) {
    if (steps.length === 0) return names.join(" and ") + " give the same answers.";
    const each = steps.slice(0, SHOWN).map(({t, answers}) =>
      "step " + (t + 1) + ": " + names.map((name, k) => name + " says " + answers[k]).join(", "));
    const rest = steps.length - each.length;
    return "Different answers at " + each.join("; ") + (rest ? "; and at " + rest + (rest === 1 ? " more step" : " more steps") : "") + ".";
  },
};
