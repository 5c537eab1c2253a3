/** Ways of giving one answer for all steps. */
const POOLED = ["mean", "max", "attention"];

/**
 * What kind of task this is: where something goes in and where an answer is due.
 *
 * @param {?} preset
 * @return {string} "every", "last", "pooled", "oneToMany", "decoder" or "none"
 */
export function shapeOf({data, model, checks}) {
  const output = model && model.output;
  if (!output) return "none";
  if (data.pairs || model.decoder || output.at === "decoder") return "decoder";
  if (POOLED.includes(output.at)) return "pooled";
  if (output.at === "last") return "last";
  return data.texts && (checks || []).some(({name}) => name === "recites") ? "oneToMany" : "every";
}
