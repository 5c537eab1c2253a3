import {el, setText} from "../dom/dom.js";
import {figure} from "../dom/figure.js";
import {createPoll} from "../state/poll.js";
import {formatNumber} from "../text/number.js";
import {paths} from "../text/en.paths.js";
import {stage} from "../text/en.stage.js";
import {below} from "./terms.js";

const words = stage.strips;
const ROW = 16;
const GAP = 3;
/** All losses of the map share this height. */
const MAP = 120;
/** A number this much smaller than the largest has no colour left. */
const DECADES = 5;
const WRITTEN = 38;
const TRAINING_MS = 300;

/**
 * Under the stage, step under step: how large the gradients are that reach the states, which loss sends how much, and
 * which inputs a selected output listens to. Everything in it is asked from the core.
 *
 * @param {!Element} root
 * @param {?} actions
 * @return {{show: function(?, ?): void, picture: function(): ?}} show(scene, state); picture is {height, draw(ctx, size,
 *     palette)} of what stands there, or null
 */
export function createStrips(root, actions) {
  /** @type {?} */
  let scene = null;
  let open = false;
  let asked = {frame: null, key: "", structure: null};
  /** @type {?} */
  let gradients = null;
  /** @type {?} */
  let saliency = null;
  const chart = figure("stage-strips-canvas", (ctx, size, palette, at) => paint(ctx, size, palette, at));
  const only = el("select", {"aria-label": words.only, onchange: () => actions.onlyLoss(Number(only.value))});
  const choice = el("label", {class: "playhead-choice"}, el("span", {text: words.only}), only);
  const map = el("button", {type: "button", class: "stage-twin-button", "aria-expanded": "false", text: words.map, onclick: () => {
    open = !open;
    map.setAttribute("aria-expanded", String(open));
    poll();
  }});
  const note = el("span", {class: "stage-strips-note"});
  const line = el("div", {class: "stage-strips-line"}, note, choice, map);
  const box = el("div", {class: "stage-strips", hidden: true}, chart.box, line);
  root.append(box);
  chart.canvas.addEventListener("click", ({offsetX, offsetY}) => {
    const hit = scene && cellAt(offsetX, offsetY);
    if (hit && hit.row.loss !== undefined) actions.onlyLoss(scene.frame.report.alone === hit.row.loss ? -1 : hit.row.loss);
  });

  const heard = (answer, {kind}) => {
    if (kind === "influence") gradients = scene.strips.wanted ? answer : null;
    else saliency = scene.strips.picked ? answer : null;
    arrange();
  };
  const ask = ({kind, args}) => actions.ask(kind, args);
  const forget = (kind) => (refusal) => {
    if (refusal) heard(null, {kind});
  };
  const polls = {influence: createPoll(ask, heard, forget("influence")), saliency: createPoll(ask, heard, forget("saliency"))};
  const poll = () => {
    const {training, picked, wanted} = scene.strips;
    const pause = training ? TRAINING_MS : 0;
    if (wanted) polls.influence.ask({kind: "influence", args: {"map": open ? 1 : 0}}, pause);
    else gradients = null;
    if (picked) polls.saliency.ask({kind: "saliency", args: {"t": picked.t, "unit": picked.index}}, pause);
    else saliency = null;
    if (!wanted || !picked) arrange();
  };

  /** The lines there are: {label, values, tall, loss: the step whose loss it is, said(t, value)}. */
  const rowsNow = () => {
    const rows = [];
    const {picked} = scene.strips;
    if (saliency && picked) {
      const name = (t) => "‖∂y" + below(picked.index + 1) + "(" + (picked.t + 1) + ")/∂x(" + (t + 1) + ")‖";
      const unit = below(picked.index + 1);
      rows.push({label: "‖∂y" + unit + "(" + (picked.t + 1) + ")/∂x‖", values: saliency.norms, tall: ROW, name, alone: true});
    }
    for (const letter of ["h", "c"]) {
      if (!gradients || !gradients[letter]) continue;
      rows.push({label: "‖d" + letter + "‖", values: gradients[letter], tall: ROW, name: (t) => "‖∂L/∂" + letter + "(" + (t + 1) + ")‖"});
    }
    const map = (gradients && gradients.map) || [];
    const pitch = Math.max(1, Math.min(ROW - 1, Math.floor(MAP / Math.max(1, map.length))));
    const gap = pitch > 4 ? 1 : 0;
    const tall = pitch - gap;
    map.forEach((values, k) => {
      const loss = gradients.losses[k];
      rows.push({label: tall > 9 ? "L(" + (loss + 1) + ")" : "", values, tall, gap, loss,
        name: (t) => "‖∂L(" + (loss + 1) + ")/∂h(" + (t + 1) + ")‖"});
    });
    let y = 2;
    const fitting = rows.filter(({values}) => values.length === scene.layout.steps);
    for (const row of fitting) {
      row.y = y;
      y += row.tall + (row.gap ?? GAP);
    }
    return {rows: fitting, height: y + 2};
  };

  const arrange = () => {
    if (!scene) return;
    const {rows, height} = rowsNow();
    const {losses} = gradients || {losses: []};
    box.hidden = rows.length === 0;
    line.hidden = !gradients;
    chart.canvas.style.height = height + "px";
    choice.hidden = map.hidden = losses.length < 2;
    const key = losses.join();
    if (only.dataset.losses !== key) {
      only.dataset.losses = key;
      only.replaceChildren(el("option", {value: "-1", text: words.all}),
        ...losses.map((s) => el("option", {value: String(s), text: words.step(s + 1)})));
    }
    only.value = String(scene.frame.report.alone);
    const aloneSaid = scene.frame.report.alone < 0 ? "" : words.alone(scene.frame.report.alone + 1);
    setText(note, [aloneSaid, fateOf(gradients)].filter(Boolean).join(" "));
    chart.describe(rows.map((row) => words.row(row.label, row.values.map((value) => formatNumber(value ?? 0, 3)).join(", "))).join(" "));
    chart.table(() => ({head: [words.step(""), ...scene.layout.columns.slice(1, scene.layout.steps + 1).map(({t}) => String(t + 1))],
      rows: rows.map((row) => [row.loss === undefined ? row.label : "L(" + (row.loss + 1) + ")", ...row.values.map((value) => formatNumber(value ?? 0, 4))])}));
    chart.draw();
  };

  const cellAt = (x, y) => {
    const row = rowsNow().rows.find((one) => y >= one.y && y <= one.y + one.tall);
    const column = scene.layout.columns.find((one) => one.t >= 0 && x + scene.scroll >= one.x && x + scene.scroll <= one.x + one.w);
    return row && column && column.t < row.values.length && x > scene.layout.gutter ? {row, t: column.t, column} : null;
  };

  const paint = (ctx, {width}, palette, at) => {
    if (!scene) return null;
    const {layout, scroll} = scene;
    const {rows} = rowsNow();
    const most = (own) => Math.max(1e-30, ...rows.filter((row) => (row.loss === undefined) === (own.loss === undefined)
      && Boolean(row.alone) === Boolean(own.alone)).flatMap(({values}) => values));
    ctx.textBaseline = "middle";
    for (const row of rows) {
      const largest = most(row);
      const middle = row.y + row.tall / 2 + 0.5;
      row.values.forEach((value, t) => {
        const {vx, vw} = layout.columns[t + 1];
        const x = vx - scroll;
        if (x + vw < layout.gutter || x > width) return;
        const share = value > 0 ? Math.max(0, 1 + Math.log10(value / largest) / DECADES) : 0;
        ctx.globalAlpha = 0.06 + 0.94 * share;
        ctx.fillStyle = share ? palette.gradPositive : palette.quiet;
        ctx.fillRect(x, row.y, Math.max(1, vw - (vw > 4 ? 1 : 0)), row.tall);
        ctx.globalAlpha = 1;
        if (vw < WRITTEN || row.tall < 12) return;
        ctx.font = "11px " + palette.font;
        ctx.textAlign = "center";
        ctx.fillStyle = share > 0.55 ? palette.ground : palette.ink;
        ctx.fillText(formatNumber(value ?? 0, 2), x + vw / 2, middle);
      });
      ctx.fillStyle = palette.ground;
      ctx.fillRect(0, row.y, layout.gutter - 4, row.tall);
      ctx.font = "italic " + Math.min(13, row.tall + 1) + "px " + palette.serif;
      ctx.textAlign = "right";
      ctx.fillStyle = row.loss === scene.frame.report.alone ? palette.accent : palette.ink;
      ctx.fillText(row.label, layout.gutter - 12, middle);
    }
    const hit = at && cellAt(at.x, at.y);
    chart.canvas.style.cursor = hit && hit.row.loss !== undefined ? "pointer" : "default";
    return hit ? {x: at.x, y: at.y, lines: [hit.row.name(hit.t) + " = " + formatNumber(hit.row.values[hit.t] ?? 0, 4)]} : null;
  };

  const picture = () => (box.hidden ? null : {height: rowsNow().height, draw: paint});
  const show = (now, {selection, training}) => {
    const {structure, frame} = now;
    const head = structure.head;
    const ofOutput = selection && head && structure.trains && ["y", "p", "logits"].includes(selection.tensor);
    // Where a cell is unfolded there are no steps to stand under.
    now.strips = {training, picked: ofOutput && !now.circuit ? selection : null,
      wanted: structure.trains && now.view === "gradients" && !now.circuit};
    scene = now;
    const {wanted, picked} = now.strips;
    const key = [frame.report.updates, wanted, picked && picked.t + "," + picked.index].join();
    if (structure !== asked.structure) gradients = saliency = null;
    const fresh = frame !== asked.frame || key !== asked.key;
    asked = {frame, key, structure};
    if (fresh) poll();
    else if (!box.hidden) chart.draw();
  };
  return {show, picture};
}

/** Where a gradient vanishes, explodes or is cut on its way back: which it is, the core says. */
function fateOf(gradients) {
  if (!gradients || !gradients.fate) return "";
  const {kind, from, to, factor} = gradients.fate;
  const {fates} = paths;
  const times = factor ? formatNumber(factor < 1 ? 1 / factor : factor, 2) : "";
  if (kind === "vanishes") return times ? fates.vanishes(times, from + 1, to + 1) : fates.gone(from + 1, to + 1);
  if (kind === "explodes") return times ? fates.explodes(times, from + 1, to + 1) : fates.boundless(from + 1, to + 1);
  return kind === "cut" ? fates.cut(from + 1, to + 1) : "";
}
