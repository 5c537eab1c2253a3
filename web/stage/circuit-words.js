import {paths as words} from "../text/en.paths.js";
import {formatNumber} from "../text/number.js";
import {flowAt} from "./circuit-back.js";
import {layersOf} from "./layers.js";
import {wordsOf} from "./rows.js";
import {saturatedOf} from "./saturation.js";

const inside = ({x, y, w, h}, px, py) => px >= x && px <= x + w && py >= y && py <= y + h;

/**
 * What is said of a point of the unfolded cell beside its numbers: which units are saturated, or what a gradient on its
 * way back brings.
 *
 * @param {?} scene
 * @param {number} x in the circuit
 * @param {number} y
 * @return {string}
 */
export function saidAt(scene, x, y) {
  const {circuit} = scene;
  const box = circuit.boxes.find((one) => one.flag && inside(one.flag, x, y));
  const saturated = box ? saturatedOf(scene, box.tensor, box.t) : null;
  if (saturated && saturated.count) return words.saturated(wordsOf(scene.structure, box.tensor), saturated);
  const flow = flowAt(scene, x, y);
  if (!flow) return "";
  if (flow.by) return sentenceOf(scene.ways, flow.state, flow.t);
  return flow.size === null ? "" : words.size(flow.name, flow.t + 1, formatNumber(flow.size, 3));
}

/**
 * The ways by which the gradient of a state came at a step, in one sentence, the largest share first.
 *
 * @param {?} told what the core tells of a layer
 * @param {string} state
 * @param {number} t
 * @return {string}
 */
function sentenceOf(told, state, t) {
  if (!told) return "";
  const {ways, norms, shares} = told[state];
  const parts = ways.map((by, k) => ({by, share: shares[k][t], norm: norms[k][t]})).filter(({norm}) => norm > 0);
  parts.sort((one, other) => other.share - one.share);
  return parts.length ? words.came(state, t + 1, parts) : words.none(state, t + 1);
}

/**
 * What the circuits show of a step beside their numbers: how many units of each gate are saturated, and by which ways
 * the gradients of the unfolded cell came.
 *
 * @param {?} scene
 * @param {number} t
 * @return {!Array<string>}
 */
export function circuitNotes(scene, t) {
  const {structure, circuit, ways} = scene;
  const squashed = layersOf(structure).flatMap(({prefix, gates, bidirectional}) => (bidirectional ? ["", "rev."] : [""])
    .flatMap((side) => gates.concat("h").map((name) => prefix + side + name)));
  const notes = squashed.map((tensor) => ({tensor, found: scene.known(tensor, t) ? saturatedOf(scene, tensor, t) : null}))
    .filter(({found}) => found).map(({tensor, found}) => words.saturated(wordsOf(structure, tensor), found));
  if (!circuit || !scene.backward || !ways) return notes;
  const states = ["c", "h"].filter((state) => ways[state].ways.length);
  return notes.concat(states.map((state) => sentenceOf(ways, state, circuit.t)));
}
