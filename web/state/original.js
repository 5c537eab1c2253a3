import {strings} from "../text/en.js";

/**
 * What makes an exercise the one its title names; how it is trained and shown does not.
 *
 * @param {?} preset
 * @return {string}
 */
export const essenceOf = ({data, model}) => JSON.stringify([data, model]);

/**
 * The title of what is open: an exercise with other data or another model says so.
 *
 * @param {?} state
 * @return {string}
 */
export function titleOf({structure, presetId, originals}) {
  const {preset} = structure;
  const original = originals[presetId];
  return original && original !== essenceOf(preset) ? strings.changed(preset.title) : preset.title;
}
