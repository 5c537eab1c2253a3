import {figures} from "../../text/en.figures.js";
import {units} from "../../text/en.units.js";
import {views as strings} from "../../text/en.views.js";
import {alignmentView} from "./alignment.js";
import {beamView} from "./beam.js";
import {chainView} from "./chain.js";
import {confusionView} from "./confusion.js";
import {countView} from "./count.js";
import {embeddingsView} from "./embeddings.js";
import {gradientsView} from "./gradients.js";
import {ngramView} from "./ngram.js";
import {outputsView} from "./outputs.js";
import {quizView} from "./quiz.js";
import {unitsView} from "./units.js";

/**
 * The views that can take the stage's place, by the name the core knows them by, in the order of their tabs. Each
 * builds into a root and returns what takes it away; it asks the core by `actions.ask(name, args)`.
 *
 * @const {!Map<string, {title: string, build: function(!Element, ?, ?): function(): void}>}
 */
export const VIEWS = new Map([
  ["outputs", {title: figures.outputs.tab, build: outputsView}],
  ["gradients", {title: figures.gradients.tab, build: gradientsView}],
  ["confusion", {title: figures.confusion.tab, build: confusionView}],
  ["alignment", {title: figures.alignment.tab, build: alignmentView}],
  ["beam", {title: figures.beam.tab, build: beamView}],
  ["units", {title: units.tab, build: unitsView}],
  ["embeddings", {title: strings.embeddings.title, build: embeddingsView}],
  ["ngram", {title: strings.ngram.title, build: ngramView}],
  ["chain", {title: strings.chain.title, build: chainView}],
  ["count", {title: strings.count.title, build: countView}],
  ["quiz", {title: strings.quiz.title, build: quizView}],
]);
