import {strings} from "./en.js";

const PLACE = /^(?:data|model|training|decoding|ngram|count)(?:\.\w+|\[\d+\])+/;

/**
 * A refusal of the core names a place in the preset; on the page the place has another name, that of its control.
 *
 * @param {string} message such as "data.texts[0] must have 2..256 symbols, got 1"
 * @return {string} such as "Text 1 must have 2..256 symbols, got 1"; as it is where the page has no name for the place
 */
export function inWords(message) {
  if (/^count and testCount\b/.test(message)) return message.replace("count and testCount", strings.places.counts);
  const [place] = message.match(PLACE) || [""];
  const name = strings.places[place.replace(/\[\d+\]/g, ".n")];
  if (!name) return message;
  const numbers = Array.from(place.matchAll(/\[(\d+)\]/g), ([, k]) => Number(k) + 1);
  return (typeof name === "string" ? name : name(...numbers)) + message.slice(place.length);
}
