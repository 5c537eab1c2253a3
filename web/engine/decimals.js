/** The digits of a number, as few as tell it from every other, and the exponent of the first. */
const parts = (value) => Math.abs(value).toExponential().split("e");

/** How the core writes decimal numbers, with 18 digits as one whole number, and reads them, with one that has no sign. */
export const decimals = {
  digits: (value) => BigInt(parts(value)[0].replace(".", "").padEnd(18, "0")),
  exponent: (value) => Number(parts(value)[1]),
  value: (digits, exponent) => Number(BigInt.asUintN(64, digits) + "e" + exponent),
};
