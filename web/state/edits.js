/**
 * What the controls change in a preset. Each function edits the preset it is given; the core validates the result and drops
 * what no longer fits it (given weights, expected numbers).
 */

/** @param {?} preset @param {!Array<string>} texts */
export function setTexts(preset, texts) {
  preset.data.texts = texts;
}

/** @param {?} preset @param {!Array<string>} tokens */
export function setTokens(preset, tokens) {
  const data = preset.data;
  const vocabulary = data.vocabulary || [];
  const fresh = tokens.filter((token, k) => !vocabulary.includes(token) && tokens.indexOf(token) === k);
  data.tokens = tokens;
  if (fresh.length > 0) data.vocabulary = vocabulary.concat(fresh);
}

/** @param {?} preset @param {!Array<!Array<number>>} inputs @param {?Array<!Array<number>>} targets */
export function setRows(preset, inputs, targets) {
  const data = preset.data;
  data.inputs = inputs;
  if (targets) data.targets = targets;
}

/** Every layer gets the same value. @param {?} preset @param {string} key @param {?} value */
export function setLayers(preset, key, value) {
  for (const layer of preset.model.layers) {
    layer[key] = value;
    if (key !== "cell") continue;
    if (value !== "elman" && value !== "jordan") delete layer.activation;
    if (value === "jordan") delete layer.direction;
    if (value !== "gru") delete layer.reset;
    if (value !== "lstm") delete layer.forgetBias;
  }
  plainBelowJordan(preset);
}

/** Only the last layer reaches the output, which a Jordan layer feeds back: those below it are plain. @param {?} preset */
function plainBelowJordan({model: {layers}}) {
  for (const layer of layers.slice(0, -1)) if (layer.cell === "jordan") layer.cell = "elman";
}

/** @param {?} preset @param {number} count */
export function setDepth(preset, count) {
  const layers = preset.model.layers;
  while (layers.length > count) layers.shift();
  while (layers.length < count) layers.push(Object.assign({}, layers[layers.length - 1]));
  plainBelowJordan(preset);
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
