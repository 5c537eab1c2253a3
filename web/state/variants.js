/** Models beside each other in a preset: each is a name and a JSON merge patch (RFC 7386) of the one that is open. */

/**
 * @param {?} preset
 * @param {string} name of the new model; a number is added if another has it
 * @param {string} own what the open one is called if it has no name yet
 * @param {function(?)} mutate makes the new model of a copy of the open one
 * @return {?}
 */
export function withModel(preset, name, own, mutate) {
  const base = Object.assign({}, preset);
  delete base.variants;
  delete base.variant;
  const made = JSON.parse(JSON.stringify(base));
  mutate(made);
  const {variants = [], variant = 0} = preset;
  const named = variants.length ? variants : [{name: own}];
  const patch = Object.assign({name: unlike(name, named)}, patchOf(base, made));
  return Object.assign({}, base, {variants: named.concat(patch), variant});
}

/** @param {?} preset @param {number} k not the open one @return {?} */
export function withoutModel(preset, k) {
  const {variants, variant, checks = []} = preset;
  const {name} = variants[k];
  return Object.assign({}, preset, {
    variants: variants.filter((_, i) => i !== k),
    variant: variant - (k < variant ? 1 : 0),
    checks: checks.filter((check) => check.variant !== name),
  });
}

/** @param {?} preset @param {number} k @param {string} name @return {?} */
export function withName(preset, k, name) {
  const {variants, checks = []} = preset;
  const others = variants.filter((_, i) => i !== k);
  const after = unlike(name, others);
  return Object.assign({}, preset, {
    variants: variants.map((one, i) => (i === k ? Object.assign({}, one, {name: after}) : one)),
    checks: checks.map((check) => (check.variant === variants[k].name ? Object.assign({}, check, {variant: after}) : check)),
  });
}

function unlike(name, others) {
  const taken = (text) => others.some((other) => other.name === text);
  let free = name;
  for (let n = 2; taken(free); n++) free = name + " " + n;
  return free;
}

const isObject = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);

/** What makes one of the other. */
function patchOf(from, to) {
  const patch = {};
  for (const key of Object.keys(Object.assign({}, from, to))) {
    const both = isObject(from[key]) && isObject(to[key]);
    const value = both ? patchOf(from[key], to[key]) : key in to ? to[key] : null;
    const same = both ? Object.keys(value).length === 0 : JSON.stringify(from[key]) === JSON.stringify(to[key]);
    if (!same) patch[key] = value;
  }
  return patch;
}
