import {layersOf, tensorOf} from "./layers.js";

/** What a structure says of its head: what it reads, how it gathers the steps, what its answers are. */

/**
 * What the head reads.
 *
 * @param {?} structure
 * @return {string}
 */
export function headInput(structure) {
  const layers = layersOf(structure);
  return (structure.head && structure.head.input) || layers[layers.length - 1].output;
}

/**
 * How the states of all steps become one: "mean", "max", "attention", or "" where they do not.
 *
 * @param {?} structure
 * @return {string}
 */
export function poolOf({head}) {
  return head && ["mean", "max", "attention"].includes(head.at) ? head.at : "";
}

/**
 * Whether every step of the decoder looks back over the encoder.
 *
 * @param {?} structure
 * @return {boolean}
 */
export function looksBack(structure) {
  return Boolean(structure.source) && Boolean(tensorOf(structure, "alpha"));
}

/**
 * The symbols an answer is one of.
 *
 * @param {?} structure
 * @return {?Array<string>}
 */
export function answersOf({answers, vocabulary}) {
  return answers && answers.length ? answers : vocabulary;
}

/**
 * Which answer should have come out at a step: the targets end with the last step.
 *
 * @param {?} structure
 * @param {number} t
 * @return {number} its place among the answers, −1 for none
 */
export function targetAt(structure, t) {
  const {targets, steps} = structure;
  const answers = answersOf(structure);
  const target = targets && answers ? targets[t - (steps - targets.length)] : undefined;
  return target === undefined || !answers ? -1 : answers.indexOf(target);
}
