/**
 * What the controls change in a preset. Each function edits the preset it is given; the core validates the result and
 * drops what no longer fits it (given weights, expected numbers).
 */

const LISTS = ["texts", "sequences", "labelled", "tagged", "pairs"];
const RECURRENT = ["elman", "jordan", "gru", "lstm"];

/** @param {?} data of a preset @return {string} the list its examples are in, or "" where there is only one */
export const listOf = (data) => LISTS.find((name) => data[name]) || "";

/**
 * Where the preset has what is example k of a structure.
 *
 * @param {?} structure
 * @param {number} k
 * @return {number} the place in its list and test, one after the other; −1 where an example is but a piece of a text
 */
export const placeOf = ({places}, k) => places[k];

/**
 * @param {?} data
 * @param {number} place as placeOf() gives
 * @return {?} undefined where there is none
 */
export function valueAt(data, place) {
  const list = data[listOf(data)];
  return place < list.length ? list[place] : (data.test || [])[place - list.length];
}

/** @param {?} structure @param {number} k @return {?} example k as the preset has it, undefined where there is none */
export const exampleAt = (structure, k) => valueAt(structure.preset.data, placeOf(structure, k));

/** How many answers there are to choose from follows from the data. */
function freeSize({model: {output}}) {
  if (output && output.kind === "softmax") delete output.size;
}

/** @param {?} preset @param {number} place @param {?} value */
export function setExample(preset, place, value) {
  const {data} = preset;
  const list = data[listOf(data)];
  freeSize(preset);
  if (place < list.length) list[place] = value;
  else data.test[place - list.length] = value;
}

/** After a place, in the list it is in. @param {?} preset @param {number} place @param {?} value */
export function addExample(preset, place, value) {
  const {data} = preset;
  const list = data[listOf(data)];
  freeSize(preset);
  if (place < list.length) list.splice(place + 1, 0, value);
  else data.test.splice(place - list.length + 1, 0, value);
}

/** @param {?} preset @param {number} place */
export function removeExample(preset, place) {
  const {data} = preset;
  const list = data[listOf(data)];
  freeSize(preset);
  if (place < list.length) list.splice(place, 1);
  else data.test.splice(place - list.length, 1);
  if (data.test && data.test.length === 0) delete data.test;
}

/** @param {?} data @param {number} place @return {boolean} whether it can be taken away: one must stay to learn from */
export const canRemove = (data, place) => place >= data[listOf(data)].length || data[listOf(data)].length > 1;

/** @param {?} preset @param {string} key of data @param {?} value null for none */
export function setData(preset, key, value) {
  put(preset.data, key, value);
  freeSize(preset);
  if (key === "unit" || key === "unknownBelow") delete preset.data.vocabulary;
  if (key === "unit" && preset.decoding) delete preset.decoding.prime;
}

/** @param {?} preset @param {string} key @param {?} value */
export function setTask(preset, key, value) {
  preset.data.task[key] = value;
  freeSize(preset);
}

/** @param {?} preset @param {!Array<string>} texts */
export function setTexts(preset, texts) {
  preset.data.texts = texts;
  freeSize(preset);
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

/** @param {?} layer of a preset or of a structure @return {boolean} */
export const isRecurrent = ({cell}) => RECURRENT.includes(cell);

/** Every recurrent layer gets the same value. @param {?} preset @param {string} key @param {?} value */
export function setLayers(preset, key, value) {
  for (const layer of preset.model.layers.filter(isRecurrent)) {
    layer[key] = value;
    if (key !== "cell") continue;
    if (value !== "elman" && value !== "jordan") delete layer.activation;
    if (value === "jordan") delete layer.direction;
    if (value !== "gru") delete layer.reset;
    if (value !== "lstm") delete layer.forgetBias;
  }
  plainBelowJordan(preset);
}

/** @param {?} preset @param {number} k which layer, from below @param {string} key @param {?} value */
export function setLayer(preset, k, key, value) {
  preset.model.layers[k][key] = value;
}

/**
 * Only the last layer reaches the output, which a Jordan layer feeds back: those below it are plain.
 *
 * @param {?} preset
 */
function plainBelowJordan({model: {layers}}) {
  for (const layer of layers.slice(0, -1)) if (layer.cell === "jordan") layer.cell = "elman";
}

/**
 * So many recurrent layers; what stands below and above them stays where it is. A layer that goes takes the dropout of
 * its output along.
 *
 * @param {?} preset
 * @param {number} count
 */
export function setDepth(preset, count) {
  const layers = preset.model.layers;
  const places = () => layers.flatMap((layer, k) => (isRecurrent(layer) ? [k] : []));
  while (places().length > count) {
    const [first] = places();
    layers.splice(first, layers[first + 1] && layers[first + 1].cell === "dropout" ? 2 : 1);
  }
  while (places().length < count) {
    const last = places().pop();
    layers.splice(last, 0, Object.assign({}, layers[last]));
  }
  plainBelowJordan(preset);
}

/** @param {?} preset @param {string} key @param {?} value */
export function setOutput({model}, key, value) {
  model.output[key] = value;
}

/** @param {?} preset @param {boolean} attention */
export function setAttention({model}, attention) {
  model.decoder = Object.assign({}, model.decoder, {attention});
}

/** @param {?} preset @param {string} key @param {?} value */
export function setInitialisation({model}, key, value) {
  model.initialisation = Object.assign({kind: "uniform", gain: 1}, model.initialisation, {[key]: value});
}

/** @param {?} preset @param {string} key @param {?} value null for what the core takes by itself */
export function setTraining(preset, key, value) {
  const training = preset.training || (preset.training = {});
  if (key === "clipNorm") training[key] = value;
  else put(training, key, value);
  if (key === "optimizer") delete training.weightDecay;
  if (training.optimizer !== "sgd") delete training.momentum;
  if (!training.momentum) delete training.nesterov;
}

/** What a schedule of each kind starts with. */
const SCHEDULES = {
  constant: {},
  step: {every: 100, factor: 0.5},
  exponential: {every: 100, factor: 0.9},
  cosine: {updates: 1000, factor: 0},
};

/** @param {?} preset @param {string} kind */
export function setScheduleKind({training}, kind) {
  const {warmup} = training.schedule || {};
  training.schedule = Object.assign({kind}, SCHEDULES[kind], warmup ? {warmup} : {});
  if (kind === "cosine" && warmup) training.schedule.updates += warmup;
}

/** @param {?} preset @param {string} key @param {number} value */
export function setSchedule({training}, key, value) {
  training.schedule = Object.assign({kind: "constant"}, training.schedule, {[key]: value});
}

/** What each metric must reach for training to stop, until a reader says otherwise. */
const BOUNDS = {loss: 0.05, validationLoss: 0.2, accuracy: 1, validationAccuracy: 1};

/** What is held back when it is first asked about. */
const VALIDATION = 0.2;

/** @param {string} metric @return {string} on which side of the bound training stops */
export const sideOf = (metric) => (/accuracy/i.test(metric) ? "atLeast" : "atMost");

/** @param {?} preset @param {string} metric "" for never */
export function setStopMetric({training}, metric) {
  const {patience} = training.stop || {};
  if (metric.startsWith("validation") && !training.validation) training.validation = VALIDATION;
  put(training, "stop", metric === "" ? null
    : Object.assign({metric, [sideOf(metric)]: BOUNDS[metric]}, patience ? {patience} : {}));
}

/** @param {?} preset @param {string} key @param {number} value */
export function setStop({training}, key, value) {
  training.stop[key] = value;
}

/** @param {?} preset @param {string} key @param {?} value */
export function setDecoding(preset, key, value) {
  const decoding = preset.decoding || (preset.decoding = {});
  decoding[key] = value;
}

function put(object, key, value) {
  if (value === null) delete object[key];
  else object[key] = value;
}
