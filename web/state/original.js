import {strings} from "../text/en.js";

/**
 * The title of what is open: an exercise with other data or another model says so.
 *
 * @param {?} state
 * @return {string}
 */
export function titleOf({structure, presetId, originals}) {
  const {preset, essence} = structure;
  const original = originals[presetId];
  return original !== undefined && original !== essence ? strings.changed(preset.title) : preset.title;
}
