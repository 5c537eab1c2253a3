import {isRecurrent} from "./edits.js";

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

/**
 * Whether a step of the net hears from the one before it; what is said without a model is a loop.
 *
 * @param {?} preset
 * @return {boolean}
 */
export function loops({model}) {
  const layers = model && model.layers;
  return !layers || Boolean(model.decoder) || layers.some(isRecurrent);
}
