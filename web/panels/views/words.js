import {visible} from "../../text/symbols.js";

/**
 * Whether the symbols of a net are words rather than characters.
 *
 * @param {?} structure
 * @return {boolean}
 */
export const hasWords = ({preset: {data}}) => data.unit === "word" || Boolean(data.tokens) || Boolean(data.tagged);

/**
 * What was typed, as symbols; those that no text has, such as ⟨s⟩, are one each.
 *
 * @param {?} structure
 * @param {string} text
 * @return {!Array<string>}
 */
export const symbolsOf = (structure, text) =>
  (hasWords(structure) ? text.split(/\s+/).filter((word) => word !== "") : text.match(/⟨[^⟩\s]+⟩|./gsu) || []);

/**
 * Symbols as one can read them in a row.
 *
 * @param {?} structure
 * @param {!Array<string>} symbols
 * @return {string}
 */
export const written = (structure, symbols) => symbols.map(visible).join(hasWords(structure) ? " " : "");

/**
 * Symbols as they are typed.
 *
 * @param {?} structure
 * @param {!Array<string>} symbols
 * @return {string}
 */
export const typed = (structure, symbols) => symbols.join(hasWords(structure) ? " " : "");
