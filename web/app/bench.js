import {recall} from "../dom/storage.js";
import {STEPS, SYMBOLS, benchPicture, benchTraining} from "../engine/bench.js";
import {benchPanel} from "../panels/bench.js";
import {createStore} from "../state/store.js";
import {bench as words} from "../text/en.bench.js";
import {followTheme} from "./theme.js";

/** A row has a warm-up, and a worker that starts. */
const AROUND = 0.7;
const QUICK = {runs: 3, seconds: 0.3};
const PICTURE_SECONDS = 0.5;

/** What the address asks for, as the command line writes it: cell=lstm&hidden=16,64&batch=1&runs=5&seconds=2&report=path */
const asked = new URLSearchParams(location.hash.slice(1));
const list = (name, otherwise) => (asked.get(name) || otherwise).split(",");
const address = asked.get("report") || "";
const full = {runs: Number(asked.get("runs") || 5), seconds: Number(asked.get("seconds") || 2)};
const cells = list("cell", "rnn,gru,lstm");
const hidden = list("hidden", "16,64,128,256").map(Number);
const batches = list("batch", "1,16").map(Number);
const nets = cells.flatMap((cell) => hidden.flatMap((units) => batches.map((batch) => ({cell, hidden: units, batch}))));
const pictures = cells.flatMap((cell) => hidden.map((units) => ({cell, hidden: units})));

let going = false;
const lasts = ({runs, seconds}) => nets.length * (runs * seconds + AROUND) + pictures.length * (PICTURE_SECONDS + 0.2);

followTheme(createStore(Object.assign({theme: "auto", motion: "auto"}, recall("settings", {}))));
const panel = benchPanel(/** @type {!Element} */ (document.getElementById("bench")),
  {nets, pictures, symbols: SYMBOLS, steps: STEPS, minutes: Math.ceil(lasts(full) / 60), seconds: Math.ceil(lasts(QUICK))},
  {measure: () => run(full), quick: () => run(QUICK), stop: () => (going = false)});

async function run({runs, seconds}) {
  going = true;
  panel.busy(true);
  try {
    for (let k = 0; k < nets.length && going; k++) {
      const {cell, hidden: units, batch} = nets[k];
      panel.at(k);
      panel.status(words.progress(k + 1, nets.length, cell, units, batch));
      panel.training(k, await benchTraining(nets[k], runs, seconds));
    }
    for (let k = 0; k < pictures.length && going; k++) {
      panel.at(nets.length + k);
      panel.picture(k, await benchPicture(pictures[k], PICTURE_SECONDS));
    }
    panel.status(!going ? words.stopped : address ? await report(panel.results()) : words.done);
  } catch (e) {
    panel.status(words.failed(e.message));
    if (address) await report({error: e.message});
  }
  panel.at(-1);
  panel.busy(false);
  document.documentElement.dataset["bench"] = "done";
}

/** To the command line that opened this page: the address is one only it knows. @param {*} results @return {!Promise<string>} what came of it */
async function report(results) {
  try {
    const answer = await fetch(address, {method: "POST", body: JSON.stringify(results)});
    return answer.ok ? words.sent : words.notSent(String(answer.status));
  } catch (e) {
    return words.notSent(e.message);
  }
}

if (address) run(full);
