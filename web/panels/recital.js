import {calmly, el, setText, watch} from "../dom/dom.js";
import {icon} from "../dom/icons.js";
import {createPlayer} from "../dom/sound.js";
import {staff} from "../charts/staff.js";
import {areMelodies, melodyOf} from "../state/notes.js";
import {createPoll} from "../state/poll.js";
import {strings} from "../text/en.js";

const RECITE_MS = 500;

/**
 * Texts that are melodies, to be heard and seen: each as it is, and as the net writes it from its first symbol.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function recitalPanel(root, store, actions) {
  const words = strings.recital;
  const player = createPlayer();
  const list = el("ul", {class: "melodies"});
  const help = el("p", {class: "quiet small", text: words.notNotes, hidden: true});
  root.append(el("h3", {text: words.title}), help, list);
  /** The title of the exercise that had melodies: it is said when its texts are none any more. */
  let sang = "";
  /** The strip that sounds. @type {?} */
  let sounding = null;

  const stop = () => {
    player.stop();
    if (sounding) light(sounding, -1);
    sounding = null;
  };

  const press = (strip) => {
    const again = sounding === strip;
    stop();
    if (again) return;
    sounding = strip;
    show(strip, true);
    player.play(strip.notes, (k) => (k < 0 ? stop() : light(strip, k)));
  };

  /** A line of notes with its button. */
  const stripOf = (name, which) => {
    const button = el("button", {class: "tool small melody-play", onclick: () => press(strip)});
    const picture = el("div", {class: "melody-staff"});
    const row = el("div", {class: "melody-row"}, button, el("span", {class: "melody-label", text: which}), picture);
    const strip = {row, button, picture, notes: [], key: "", says: words.play(name, which)};
    show(strip, false);
    return strip;
  };

  const show = ({button, says}, playing) => {
    button.replaceChildren(icon(playing ? "stop" : "play"));
    button.setAttribute("aria-label", playing ? words.stop : says);
    button.title = playing ? words.stop : says;
  };

  const light = (strip, k) => {
    for (const note of strip.picture.querySelectorAll(".sounding")) note.classList.remove("sounding");
    const now = k < 0 ? null : strip.picture.querySelector("[data-note='" + k + "']");
    if (now) now.classList.add("sounding");
    else show(strip, false);
  };

  const fill = (strip, notes, wrong, range) => {
    const key = JSON.stringify([notes, wrong, range]);
    if (strip.key === key) return;
    if (sounding === strip) stop();
    Object.assign(strip, {key, notes});
    strip.button.disabled = notes.length === 0;
    const picture = staff(notes, wrong, range);
    picture.setAttribute("aria-label", notes.length === 0 ? words.none
      : words.notes(notes.map(({name, midi}) => (midi === null ? words.rest : name))));
    strip.picture.replaceChildren(picture);
  };

  let built = "";
  /** @type {!Array<?>} */
  let entries = [];
  const build = (texts) => {
    stop();
    entries = texts.map((text, k) => {
      const {title, notes} = melodyOf(text);
      const name = title || String(k + 1);
      const wanted = stripOf(name, words.wanted);
      const written = stripOf(name, words.written);
      const verdict = el("span", {class: "aside small", role: "status"});
      list.append(el("li", {class: "melody"}, el("p", {class: "melody-name"}, el("span", {text: name}), verdict),
        wanted.row, written.row));
      return {text, notes, wanted, written, verdict, said: ""};
    });
    list.replaceChildren(...Array.from(list.children).slice(list.children.length - texts.length));
  };

  const draw = () => {
    const pairs = entries.map(({notes, said}) => ({notes, heard: melodyOf(said).notes}));
    const range = rangeOf(pairs.flatMap(({notes, heard}) => [notes, heard]));
    entries.forEach(({wanted, written, verdict}, k) => {
      const {notes, heard} = pairs[k];
      fill(wanted, notes, [], range);
      const wrong = heard.map((note, n) => !notes[n] || !same(note, notes[n]));
      fill(written, heard, wrong, range);
      const missing = Math.max(0, notes.length - heard.length);
      const differ = wrong.filter(Boolean).length + missing;
      setText(verdict, heard.length === 0 ? words.nothing : differ === 0 ? words.right : words.differs(differ));
      verdict.classList.toggle("good", heard.length > 0 && differ === 0);
    });
  };

  const poll = createPoll(() => actions.ask("recite", {}), (answer) => {
    for (const entry of entries) {
      const found = answer.find(({text}) => text === entry.text);
      if (found) entry.said = found.written;
    }
    draw();
  }, () => {});

  const look = calmly(() => {
    const {structure, frame, training} = store.get();
    if (!structure || !frame) return;
    const texts = textsOf(structure.preset.data);
    const sings = areMelodies(texts);
    const {title} = structure.preset;
    if (sings) sang = title;
    help.hidden = sings;
    root.hidden = !sings && sang !== title;
    const key = sings ? JSON.stringify(texts) : "";
    if (key !== built) {
      build(sings ? texts : []);
      draw();
    }
    built = key;
    if (sings) poll.ask({}, training ? RECITE_MS : 60);
  });
  watch(store, ["structure", "frame"], look);
}

/** The texts to be recited; of pairs, what is to be written. */
function textsOf({texts, pairs}) {
  if (texts) return texts.filter((text) => typeof text === "string");
  return pairs ? pairs.map(([from, to]) => from + " " + to) : [];
}

/** What all strips must have room for. */
function rangeOf(melodies) {
  const steps = melodies.flat().filter(({midi}) => midi !== null).map(({step}) => step);
  return {
    low: Math.min(34, ...steps),
    high: Math.max(34, ...steps),
    beats: Math.max(8, ...melodies.map((notes) => notes.reduce((sum, {beats}) => sum + beats, 0))),
  };
}

const same = (a, b) => a.midi === b.midi && a.beats === b.beats;
