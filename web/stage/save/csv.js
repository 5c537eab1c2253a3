/** Tensors that do not run over the steps. */
const STANDING = ["weight", "gradient", "change"];

/**
 * Every number of a run, one a line: float32 in its shortest form, steps, rows and columns counted from 1.
 *
 * @param {?} structure
 * @param {?} frame
 * @return {string}
 */
export function csvOf({tensors, tokens, steps}, frame) {
  const lines = ["tensor,role,step,token,row,column,value"];
  for (const {name, role} of tensors.filter((info) => info.role !== "curve")) {
    const tensor = frame.tensor(name);
    const timed = !STANDING.includes(role) && tensor.rows === steps;
    for (let r = 0; r < tensor.rows; r++) {
      const token = timed && tokens ? quoted(tokens[r]) : "";
      const place = timed ? [r + 1, token, ""] : ["", "", r + 1];
      for (let c = 0; c < tensor.cols; c++) lines.push([name, role, ...place, c + 1, shortest(tensor.at(r, c))].join());
    }
  }
  return lines.join("\r\n") + "\r\n";
}

const quoted = (text) => (/[",\s]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);

/** The fewest digits that are this float32 and no other; nothing for what is not held at a number. */
function shortest(value) {
  if (Number.isNaN(value)) return "";
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}
