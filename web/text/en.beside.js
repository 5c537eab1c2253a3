/** The words of models beside each other on the stage, in English. */
const SHOWN = 4;

export const beside = {
  open: (name) => "Open " + name,
  isOpen: "This one is open: edits are of it",
  updates: (n) => n + (n === "1" ? " update" : " updates"),
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
