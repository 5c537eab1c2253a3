/** The words of the benchmark's page, in English. */
export const bench = {
  title: "How fast does it train?",
  lead: (symbols, steps) => "Characters a second that a character model of " + symbols + " symbols trains in this browser, over "
    + steps + " steps at a time, with Adam, in the worker in which the page trains too. Every number is the median of several "
    + "runs after a warm-up. Other programs and other tabs slow it down.",
  measure: (minutes) => "Measure (" + minutes + " min)",
  quick: (seconds) => "Quickly (" + seconds + " s)",
  stop: "Stop",
  copyJson: "Copy as JSON",
  copyMarkdown: "Copy as Markdown",
  copied: "Copied",
  notCopied: "This browser does not let the page copy",
  progress: (k, of, cell, hidden, batch) => k + " of " + of + ": " + cell + ", " + hidden + " units, " + batches(batch),
  done: "Done",
  stopped: "Stopped",
  sent: "Done, and sent to the command line",
  notSent: (why) => "Done, but the command line did not take it: " + why,
  failed: (why) => "It cannot be measured here: " + why,
  training: "Training",
  trainingColumns: ["Cell", "Units", "Sequences", "Characters a second", "least", "most"],
  pictures: "One picture",
  picturesLead: (steps) => "What a frame costs while one looks: an example of " + steps + " steps forward and backward, with every number "
    + "of it copied for the page.",
  picturesColumns: ["Cell", "Units", "Milliseconds", "Kilobytes"],
  none: "–",
};

const batches = (n) => (n === 1 ? "one sequence" : n + " sequences") + " at a time";
