/** Melodies as texts: notes such as c4, d#4 or bb3, a rest r, and how long, in beats, after a colon. */

const NOTE = /^(?:([a-g])([#b]?)(\d)|r)(?::(\d+(?:\.\d+)?))?$/;
const STEPS = "cdefgab";
const SEMITONES = [0, 2, 4, 5, 7, 9, 11];
const MOST_BEATS = 8;
const A4 = 69;

/**
 * @param {string} token
 * @return {?{name: string, midi: ?number, step: number, sharp: string, beats: number}} midi is null for a rest; step
 *     counts the places of a staff from c0; null: the token is no note
 */
export function noteOf(token) {
  const match = NOTE.exec(token.toLowerCase());
  if (!match) return null;
  const [, letter, sign, octave, length] = match;
  const beats = Math.min(MOST_BEATS, length === undefined ? 1 : Number(length)) || 1;
  if (!letter) return {name: "r", midi: null, step: 0, sharp: "", beats};
  const at = STEPS.indexOf(letter);
  const shift = sign === "#" ? 1 : sign === "b" ? -1 : 0;
  const sharp = sign === "#" ? "♯" : sign === "b" ? "♭" : "";
  return {
    name: letter + sharp + octave,
    midi: 12 * (Number(octave) + 1) + SEMITONES[at] + shift,
    step: 7 * Number(octave) + at,
    sharp,
    beats,
  };
}

/**
 * @param {string} text
 * @return {{title: string, notes: !Array<?>}} what starts a melody and is no note, and its notes; other words are left
 *     out
 */
export function melodyOf(text) {
  const tokens = text.split(/\s+/).filter((token) => token !== "");
  const title = tokens.length > 0 && !noteOf(tokens[0]) ? tokens[0].replace(/[:.]$/, "") : "";
  return {title, notes: tokens.map(noteOf).filter((note) => note !== null)};
}

/**
 * @param {!Array<string>} texts
 * @return {boolean} whether these texts are melodies: but for how each begins, all their words are notes
 */
export function areMelodies(texts) {
  return texts.length > 0 && texts.every((text) => {
    const tokens = text.trim().split(/\s+/).slice(1);
    return tokens.length > 0 && tokens.every((token) => noteOf(token) !== null);
  });
}

/** @param {number} midi @return {number} in hertz */
export const frequencyOf = (midi) => 440 * 2 ** ((midi - A4) / 12);
