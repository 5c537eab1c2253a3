import {views as strings} from "../../text/en.views.js";
import {chainView} from "./chain.js";
import {countView} from "./count.js";
import {embeddingsView} from "./embeddings.js";
import {ngramView} from "./ngram.js";
import {quizView} from "./quiz.js";

/**
 * The views that can take the stage's place, by the name the core knows them by, in the order of their tabs. Each
 * builds into a root and returns what takes it away; it asks the core by `actions.ask(name, args)`.
 *
 * @const {!Map<string, {title: string, build: function(!Element, ?, ?): function(): void}>}
 */
export const VIEWS = new Map([
  ["embeddings", {title: strings.embeddings.title, build: embeddingsView}],
  ["ngram", {title: strings.ngram.title, build: ngramView}],
  ["chain", {title: strings.chain.title, build: chainView}],
  ["count", {title: strings.count.title, build: countView}],
  ["quiz", {title: strings.quiz.title, build: quizView}],
]);
