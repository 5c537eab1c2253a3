import {formatCount, formatLoss} from "./number.js";

/** The words of what was written while it learned, in English. */
export const samples = {
  title: "While it learned",
  slider: "Moment of training",
  play: "Play from the start",
  stop: "Stop",
  at: (updates, loss) => formatCount(updates) + " updates · loss " + formatLoss(loss),
  said: (updates, loss) => "After " + formatCount(updates) + " updates, loss " + formatLoss(loss),
  help: "Words that stand in the data stand out: noise, then letters, then words.",
};

/** The words of melodies, in English. */
export const recital = {
  title: "As sound",
  wanted: "melody",
  written: "net",
  play: (name, which) => "Play " + name + ": " + which,
  stop: "Stop",
  notes: (names) => "Notes: " + names.join(", "),
  rest: "rest",
  right: "note for note",
  differs: (n) => (n === 1 ? "one note differs" : n + " notes differ"),
  nothing: "nothing yet",
  none: "Nothing was written that can be played.",
  notNotes: "A melody is a name and notes such as c4, d#4 or r: these texts are none.",
};
