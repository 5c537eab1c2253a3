/** The words of what is held by hand, in English. */
export const strings = {
  label: (name) => "Hold " + name,
  value: "Value",
  hold: "Hold",
  holdTitle: "Keep this number as it is, whatever it would be computed as (H)",
  all: "All steps",
  allTitle: "Hold this unit at all steps alike",
  lesion: (unit) => "Lesion unit " + unit,
  lesionTitle: "Silence this unit: what it says and remembers is 0 at all steps",
  free: "Free",
  freeTitle: "Let go of this number (Delete)",
  freeAll: (n) => "Free all (" + n + ")",
  refused: "a number, please",
  say: {
    held: (value) => "held at " + value,
    free: "let go",
  },
};
