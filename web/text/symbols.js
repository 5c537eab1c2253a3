/** Signs for symbols that are nothing but room. */
const SIGNS = {" ": "␣", "\n": "↵", "\t": "⇥", "\u00a0": "NBSP", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ"};

/**
 * A symbol as something one can see: a sign for room, a dotted circle under a mark that combines, a name for what has
 * no shape.
 *
 * @param {string} symbol one code point; anything longer is a word and stays as it is
 * @return {string}
 */
export function visible(symbol) {
  const code = symbol.codePointAt(0) || 0;
  if (symbol.length !== (code > 0xffff ? 2 : 1)) return symbol;
  if (SIGNS[symbol]) return SIGNS[symbol];
  if (code >= 0xfe00 && code <= 0xfe0f) return "VS" + (code - 0xfe00 + 1);
  if (/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(symbol)) {
    return "U+" + code.toString(16).toUpperCase().padStart(4, "0");
  }
  return /\p{M}/u.test(symbol) ? "◌" + symbol : symbol;
}

/**
 * Whether what is seen is a name for a symbol rather than the symbol.
 *
 * @param {string} symbol
 * @return {boolean}
 */
export const isNamed = (symbol) => visible(symbol) !== symbol && visible(symbol).length > 2;
