import {formatCount, formatFixed, formatNumber} from "./number.js";

const signed = (r) => (r > 0 ? "+" : "") + formatFixed(r, 2);

/** The words of the view that colours a text by a unit, in English. */
export const units = {
  tab: "Units",
  title: "What a unit does along a text",
  quantity: "Gate or state",
  unit: "Unit",
  before: "The unit before",
  after: "The next unit",
  name: (tensor, unit) => tensor + " " + (unit + 1),
  option: (tensor, words) => tensor + (words ? " · " + words : ""),
  source: "Text",
  sources: {data: "exercise", typed: "your own"},
  typed: "Your text",
  typedHint: "Type or paste a text, up to 20,000 symbols",
  text: (name) => "The text, coloured by " + name + ". Arrow keys move, with Shift they select.",
  page: (from, to, n) => formatCount(from) + "–" + formatCount(to) + " of " + formatCount(n),
  pages: "Part of the text",
  pageBefore: "The part before",
  pageAfter: "The next part",
  rest: (n) => formatCount(n) + " symbols more are left out.",
  unknown: (symbols) => "Passed over, as the net has no symbol for it: " + symbols.join(" "),
  ask: "Point at a symbol for the unit’s number there; drag, or Shift and arrows, to select.",
  at: (symbol, place, name, value, decimals) => "“" + symbol + "”, symbol " + formatCount(place + 1) + ": " + name + " = "
    + formatNumber(value, decimals),
  stage: "Show it in the network",
  rank: "Which units fire on it?",
  every: "Every …",
  everyHint: "the, or (…)",
  rankHelp: "Select a part of the text, or say what to look for: the units of all layers that tell it best from the rest "
    + "are listed here. (…) is all from ( to the next ).",
  selected: (spans, n) => (spans === 1 ? "One place" : formatCount(spans) + " places") + ", "
    + (n === 1 ? "one symbol" : formatCount(n) + " symbols"),
  clear: "Clear",
  score: "r: how the unit’s value goes with being inside, from −1 to +1",
  ranked: (name, r, inside, outside) => name + ", r = " + signed(r) + ": on average " + formatFixed(inside, 2)
    + " inside, " + formatFixed(outside, 2) + " elsewhere",
  r: signed,
  columns: ["Symbol", "no.", "value"],
  caption: (name) => name + " along the text",
};
