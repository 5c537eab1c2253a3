import {svg} from "../../dom/dom.js";

const path = (d, kind = "line") => svg("path", {d, class: kind});
const box = (x, y, width, height, rx, kind = "line") => svg("rect", {x, y, width, height, rx, class: kind});
const dot = (cx, cy, r, kind = "line") => svg("circle", {cx, cy, r, class: kind});
const say = (x, y, text, kind = "") => svg("text", {x, y, class: "say " + kind}, text);
const range = (n) => Array.from({length: n}, (_, k) => k);

/** A ray every eighth of a turn. */
const rays = (x, y, from, to) => range(8).map((k) => {
  const [dx, dy] = [Math.cos(k * Math.PI / 4), Math.sin(k * Math.PI / 4)];
  const at = (r) => (x + r * dx).toFixed(1) + " " + (y + r * dy).toFixed(1);
  return path("M" + at(from) + "L" + at(to));
});
const cloud = (x, y) => path("M" + (x - 9) + " " + (y + 6) + "a5.5 5.5 0 0 1 1-11a8 8 0 0 1 15 1.5a5 5 0 0 1 1 9.500z");
const sun = (x, y) => [dot(x, y, 6), ...rays(x, y, 9.5, 12.5)];
const drop = (x, y) => path("M" + x + " " + y + "l-2.5 6");
const rain = (x, y) => [cloud(x, y - 4), ...[-5, 1, 7].map((dx) => drop(x + dx, y + 7))];
const note = (x, y) => [svg("ellipse", {cx: x, cy: y, rx: 4.6, ry: 3.5, transform: "rotate(-20 " + x + " " + y + ")",
  class: "solid"}), path("M" + (x + 4.3) + " " + (y - 1) + "v-22")];

/** The pictures of the quiz by name, each 240 × 150. */
const PICTURES = {
  captioning: () => [box(52, 14, 136, 88, 6), dot(82, 40, 9, "soft"),
    path("M54 94l38-36 22 24 18-18 54 34v3q-1 0-2 0h-128q-2 0-2-7z", "soft"),
    path("M53 94l39-36 22 24 18-18 55 34"), dot(82, 40, 9),
    ...[[52, 34], [94, 18], [120, 44], [172, 16]].map(([x, width]) => box(x, 116, width, 9, 4.5, "solid"))],

  stock: () => [path("M34 14v112h184"), path("M34 98h184M34 70h184M34 42h184", "faint"),
    path("M34 104l18-10 16 6 18-24 16 8 18-22 18 12 18-28 14 6"), path("M170 52l34-16", "dashed"),
    dot(170, 52, 3.5, "solid"), say(212, 36, "?", "large")],

  translation: () => [
    path("M26 24h88a8 8 0 0 1 8 8v30a8 8 0 0 1-8 8h-62l-16 14v-14h-10a8 8 0 0 1-8-8v-30a8 8 0 0 1 8-8z"),
    path("M130 80h88a8 8 0 0 1 8 8v30a8 8 0 0 1-8 8h-10v14l-16-14h-62a8 8 0 0 1-8-8v-30a8 8 0 0 1 8-8z", "filled"),
    say(70, 52, "good night"), say(174, 108, "boa noite"), path("M138 46c18 0 26 6 28 16m-5-4l5 5 4-6")],

  music: () => [path("M22 60h40l14 15-14 15h-40a5 5 0 0 1-5-5v-20a5 5 0 0 1 5-5z", "filled"), say(44, 80, "waltz"),
    ...range(5).map((k) => path("M94 " + (54 + 10.5 * k) + "h128", "faint")), path("M94 54v42M222 54v42"),
    ...[[110, 91], [134, 80], [158, 85], [182, 70], [206, 75]].flatMap(([x, y]) => note(x, y))],

  mood: () => [...range(4).flatMap((k) => [box(14 + 42 * k, 40, 36, 52, 5)]),
    ...sun(32, 64), cloud(75, 64), ...rain(117, 64), ...sun(158, 64),
    ...["Mon", "Tue", "Wed", "Thu"].map((day, k) => say(32 + 42 * k, 108, day, "small")),
    path("M182 66h12m-4-4l4 4-4 4"), dot(214, 66, 16, "filled"), dot(208, 62, 1.6, "solid"), dot(220, 62, 1.6, "solid"),
    path("M207 71q7 6 14 0"), say(214, 108, "?", "")],

  frames: () => [box(14, 26, 212, 72, 4), path("M14 38h212M14 86h212"),
    ...range(13).flatMap((k) => [box(20 + 16 * k, 30, 7, 4, 1, "soft"), box(20 + 16 * k, 90, 7, 4, 1, "soft")]),
    path("M67 38v48M120 38v48M173 38v48"),
    ...[[30, 50], [88, 60], [150, 76], [208, 56]].map(([x, y]) => dot(x, y, 6, "solid")),
    path("M22 82h37M75 82h37M128 82h37M181 82h37", "faint"),
    ...["throw", "fly", "bounce", "catch"].map((word, k) => say(41 + 53 * k, 118, word, "small"))],

  glimpses: () => [box(24, 14, 122, 122, 6), path("M52 102v-34l33-26 33 26v34zM76 102v-20h18v20", "soft"),
    path("M25 112c24-8 42-8 60-2s38 4 60-2", "faint"), dot(124, 38, 8, "soft"),
    ...[[44, 56], [78, 72], [110, 26]].map(([x, y]) => box(x, y, 28, 28, 3, "window")),
    path("M58 70l34 16 32-46", "dashed"), path("M154 76h20m-5-5l5 5-5 5"), box(182, 62, 50, 28, 6, "filled"),
    say(207, 81, "house", "small")],
};

/**
 * A picture of a task.
 *
 * @param {string} name
 * @param {string} label what it shows, in words
 * @return {?} an <svg>, empty if there is no picture by that name
 */
export function taskPicture(name, label) {
  const draw = PICTURES[name];
  return svg("svg", {viewBox: "0 0 240 150", class: "task-picture", role: "img", "aria-label": label},
      ...(draw ? draw() : []));
}
