/**
 * What the controls change in a preset. Each function edits the preset it is given; the core validates the result.
 * Whatever no longer fits (given weights, states, expected numbers) goes, so that the core can start afresh.
 */

/** @param {?} preset @param {!Array<string>} texts */
export function setTexts(preset, texts) {
  const data = preset.data;
  const before = data.texts || [];
  const symbols = new Set(texts.flatMap((text) => Array.from(text)));
  const known = data.vocabulary && Array.from(symbols).every((symbol) => data.vocabulary.includes(symbol));
  data.texts = texts;
  if (!known) {
    delete data.vocabulary;
    forgetNumbers(preset);
  }
  forgetClaims(preset);
  const decoding = preset.decoding;
  if (!decoding || texts.length === 0) return;
  const first = Array.from(texts[0]);
  const followed = before.length > 0 && decoding.prime === Array.from(before[0])[0];
  const possible = decoding.prime && Array.from(decoding.prime).every((symbol) => symbols.has(symbol));
  if ((followed || !possible) && first.length > 0) decoding.prime = first[0];
  if (before.length > 0 && decoding.length === Array.from(before[0]).length - 1) {
    decoding.length = Math.max(1, first.length - 1);
  }
}

/** @param {?} preset @param {!Array<string>} tokens */
export function setTokens(preset, tokens) {
  const data = preset.data;
  const vocabulary = data.vocabulary || [];
  const fresh = tokens.filter((token, k) => !vocabulary.includes(token) && tokens.indexOf(token) === k);
  data.tokens = tokens;
  if (fresh.length > 0) {
    data.vocabulary = vocabulary.concat(fresh);
    forgetNumbers(preset);
  }
  forgetClaims(preset);
}

/** @param {?} preset @param {!Array<!Array<number>>} inputs @param {?Array<!Array<number>>} targets */
export function setRows(preset, inputs, targets) {
  const data = preset.data;
  const before = data.inputs.length ? [].concat(data.inputs[0]).length : 0;
  data.inputs = inputs;
  if (targets) data.targets = targets;
  if (inputs.length && inputs[0].length !== before) forgetNumbers(preset);
  forgetClaims(preset);
}

/** Every layer gets the same value. @param {?} preset @param {string} key @param {?} value */
export function setLayers(preset, key, value) {
  for (const layer of preset.model.layers) {
    layer[key] = value;
    if (key !== "cell") continue;
    if (value !== "elman") delete layer.activation;
    if (value !== "gru") delete layer.reset;
    if (value !== "lstm") delete layer.forgetBias;
  }
  forgetNumbers(preset);
  forgetClaims(preset);
}

/** @param {?} preset @param {number} count */
export function setDepth(preset, count) {
  const layers = preset.model.layers;
  while (layers.length > count) layers.pop();
  while (layers.length < count) layers.push(Object.assign({}, layers[layers.length - 1]));
  forgetNumbers(preset);
  forgetClaims(preset);
}

/** @param {?} preset @param {string} key @param {?} value */
export function setTraining(preset, key, value) {
  const training = preset.training || (preset.training = {});
  training[key] = value;
  if (key === "optimizer" && value !== "sgd") delete training.momentum;
}

/** @param {?} preset @param {string} key @param {?} value */
export function setDecoding(preset, key, value) {
  const decoding = preset.decoding || (preset.decoding = {});
  decoding[key] = value;
}

/** @param {?} preset */
function forgetNumbers(preset) {
  delete preset.weights;
  delete preset.state;
}

/** Claims about numbers and texts are about the exercise as it was set. @param {?} preset */
function forgetClaims(preset) {
  delete preset.checks;
}
