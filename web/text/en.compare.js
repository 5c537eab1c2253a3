import {formatCount, formatLoss} from "./number.js";

/** The words of models beside each other, in English. */
export const compare = {
  title: "Side by side",
  group: "Which model the page shows",
  loss: "loss",
  train: "right",
  test: "unseen",
  testLoss: "unseen loss",
  trainHint: "Share that is right, of what is trained on",
  testHint: "Share that is right, of what was never trained on",
  updates: "updates",
  validation: "validation",
  empty: "Press Train: the curves grow here.",
  summary: (names) => "Loss against updates. " + names.join("; "),
  one: (name, loss, updates) => name + ": " + formatLoss(loss) + " after " + formatCount(updates) + " updates",
};
