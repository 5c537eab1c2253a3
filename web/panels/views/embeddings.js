import {placeLabels} from "../../charts/labels.js";
import {LABEL, cosineText, drawScatter, labelFont, placeOf} from "../../charts/scatter.js";
import {tell} from "../../dom/controls.js";
import {calmly, el, fitted, setText, watch} from "../../dom/dom.js";
import {readPalette} from "../../dom/palette.js";
import {views} from "../../text/en.views.js";
import {formatFixed} from "../../text/number.js";
import {visible} from "../../text/symbols.js";
import {createQuestion} from "./question.js";
import {createTwin} from "./twin.js";

/** The core is asked no more often than this. */
const ASK_MS = 300;
const MOVE_MS = 240;
/** A hand must come this near to a point to mean it. */
const NEAR = 26;
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/**
 * A map of what was embedded: each symbol's vector seen along the two directions in which all of them are spread most,
 * and the nearest to the one that is pointed at.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function embeddingsView(root, store, actions) {
  const words = views.embeddings;
  const canvas = /** @type {!HTMLCanvasElement} */ (el("canvas", {class: "map", tabindex: "0", role: "application"}));
  const live = el("p", {class: "hidden", "aria-live": "polite"});
  const choose = el("select", {onchange: () => keep(Number(choose.value))});
  const heading = el("h3");
  const list = el("ul", {class: "neighbours"});
  const help = el("p", {class: "quiet small"});
  const message = el("p", {class: "message", role: "alert", hidden: true});
  const twin = createTwin(words.caption);
  root.append(el("div", {class: "map-box"}, canvas),
      live, el("div", {class: "map-side"},
          el("label", {class: "map-choice"}, el("span", {class: "label", text: words.word}), choose),
          heading, list, help, twin.button),
      message, twin.node);

  /** What the core said last, where its points are on their way to, and where they come from. @type {?} */
  let map = null;
  let from = [];
  let moved = 0;
  let kept = -1;
  let hovered = -1;
  let sides = [];
  let frame = 0;

  const chosen = () => (hovered >= 0 ? hovered : kept);

  const draw = () => {
    frame = 0;
    if (!map) return;
    const palette = readPalette();
    const {ctx, width, height} = fitted(canvas);
    if (width < 1) return;
    const points = now();
    const place = placeOf(points, {width, height});
    const spots = points.map(place);
    const near = nearOf(chosen());
    const labels = map.symbols.map(visible);
    const cosines = new Map(near.map(({at, cosine}) => [at, cosine]));
    const widths = labels.map((label, k) => {
      ctx.font = labelFont(palette, k === chosen());
      const own = ctx.measureText(label).width;
      ctx.font = labelFont(palette, false);
      return own + (cosines.has(k) ? ctx.measureText(cosineText(cosines.get(k))).width : 0);
    });
    const first = [chosen(), ...near.map(({at}) => at)].filter((k) => k >= 0);
    const order = first.concat(labels.map((_, k) => k).filter((k) => !first.includes(k)));
    const room = {width, height: height - 20, tall: LABEL.tall, gap: LABEL.gap, lit: first.length};
    sides = placeLabels(spots, widths, order, room, sides);
    drawScatter(ctx, {width, height}, {
      labels, spots, widths, sides, near, chosen: chosen(), origin: place([0, 0]),
      axes: map.explained.map((share, k) => words.axis(k + 1, percent(share))),
    }, palette);
    if (performance.now() - moved < MOVE_MS && !store.get().reduced) ask();
  };
  const ask = () => {
    if (!frame) frame = requestAnimationFrame(draw);
  };

  /** The points on their way. */
  const now = () => {
    const part = Math.min(1, (performance.now() - moved) / MOVE_MS);
    const ease = 1 - (1 - part) ** 3;
    if (store.get().reduced || ease >= 1 || from.length !== map.points.length) return map.points;
    return map.points.map((point, k) => point.map((value, c) => from[k][c] + ease * (value - from[k][c])));
  };

  const nearOf = (k) => (k < 0 ? [] : map.neighbours[k]
    .map(({symbol, cosine}) => ({at: map.symbols.indexOf(symbol), cosine})).filter(({at}) => at >= 0));

  const answered = (answer) => {
    const same = Boolean(map) && map.symbols.join("\u0000") === answer.symbols.join("\u0000");
    if (!same) {
      sides = answer.symbols.map(() => -1);
      kept = hovered = -1;
      choose.replaceChildren(el("option", {value: "-1", text: words.none}),
        ...answer.symbols.map((symbol, k) => el("option", {value: String(k), text: visible(symbol)})));
    }
    const points = same ? unflipped(answer.points, map.points) : answer.points;
    from = same ? now() : points;
    moved = same ? performance.now() : -Infinity;
    map = Object.assign({}, answer, {points});
    canvas.setAttribute("aria-label", words.map(map.symbols.length));
    ask();
    describe();
  };

  const describe = () => {
    const k = chosen();
    const {structure} = store.get();
    const e = structure.tensors.find(({name}) => name === "We");
    choose.value = String(k);
    setText(heading, k < 0 ? "" : words.near(visible(map.symbols[k])));
    heading.hidden = k < 0;
    setText(help, k < 0 ? words.ask : words.all(e ? e.rows : ""));
    listNear(nearOf(k));
    if (store.get().training) return;
    twin.show(words.columns, map.symbols.map((symbol, j) => [visible(symbol),
      ...map.points[j].map((value) => formatFixed(value, 3)),
      nearText(j)]));
  };

  const nearText = (k) =>
    map.neighbours[k].map(({symbol, cosine}) => visible(symbol) + " " + formatFixed(cosine, 2)).join(", ");

  /** Rows are kept, so that one can be pressed while the net trains. */
  const listNear = (near) => {
    while (list.children.length > near.length) list.lastChild.remove();
    while (list.children.length < near.length) {
      const row = el("button", {type: "button", class: "neighbour", onclick: () => keep(row.at)},
          el("span", {class: "neighbour-name"}), el("span", {class: "bar-track"}, el("span", {class: "bar-fill"})),
          el("span", {class: "bar-text", title: words.cosine}));
      list.append(el("li", {}, row));
    }
    near.forEach(({at, cosine}, k) => {
      const row = /** @type {?} */ (list.children[k].firstChild);
      const [name, track, text] = row.children;
      row.at = at;
      setText(name, visible(map.symbols[at]));
      track.firstChild.style.setProperty("--share", String(Math.max(0, Math.min(1, cosine))));
      setText(text, formatFixed(cosine, 3));
    });
  };

  const keep = (k) => {
    kept = k;
    hovered = -1;
    describe();
    ask();
    setText(live, k < 0 ? "" : words.near(visible(map.symbols[k])) + ": " + nearText(k));
  };
  const hover = (k) => {
    if (k === hovered) return;
    hovered = k;
    canvas.classList.toggle("pointing", k >= 0);
    describe();
    ask();
  };

  const spotsNow = () => {
    const {width, height} = canvas.getBoundingClientRect();
    const points = now();
    return points.map(placeOf(points, {width, height}));
  };
  const under = (event) => {
    if (!map) return -1;
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return nearest(spotsNow(), (spot) => {
      const distance = Math.hypot(spot.x - x, spot.y - y);
      return distance < NEAR ? distance : Infinity;
    });
  };
  canvas.addEventListener("pointermove", (event) => event.pointerType === "mouse" && hover(under(event)));
  canvas.addEventListener("pointerleave", () => hover(-1));
  canvas.addEventListener("click", (event) => {
    const k = under(event);
    keep(k === kept ? -1 : k);
  });
  canvas.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (event.key === "Escape" && kept >= 0) keep(-1);
    else if (arrow && map && !event.altKey) keep(kept < 0 ? 0 : onward(spotsNow(), kept, arrow));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const question = createQuestion(actions, "embeddings", answered, (problem) => tell(message, problem));
  const refresh = calmly(() => question.ask({}), ASK_MS);
  const sizes = new ResizeObserver(ask);
  sizes.observe(canvas);
  const stops = [
    watch(store, ["structure", "frame"], refresh),
    watch(store, ["dark"], ask),
    watch(store, ["training"], () => map && describe()),
  ];
  return () => {
    stops.forEach((stop) => stop());
    question.stop();
    sizes.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** A direction may come back turned around; the map must not jump for that. */
function unflipped(points, before) {
  const signs = [0, 1].map((c) => (points.reduce((sum, point, k) => sum + point[c] * before[k][c], 0) < 0 ? -1 : 1));
  return points.map((point) => point.map((value, c) => signs[c] * value));
}

/** The spot of least cost, or −1 when none costs a finite amount. */
function nearest(spots, cost) {
  let best = -1;
  let least = Infinity;
  spots.forEach((spot, k) => {
    const price = cost(spot, k);
    if (price < least) [best, least] = [k, price];
  });
  return best;
}

/** The next spot from one, in the direction of a key: little aside counts as far. */
function onward(spots, k, [dx, dy]) {
  const {x, y} = spots[k];
  const found = nearest(spots, (spot, j) => {
    const ahead = dx * (spot.x - x) + dy * (spot.y - y);
    const aside = Math.abs(dy * (spot.x - x)) + Math.abs(dx * (spot.y - y));
    return j !== k && ahead > 0.5 ? ahead + 2.5 * aside : Infinity;
  });
  return found < 0 ? k : found;
}

const percent = (share) => formatFixed(100 * share, 0) + " %";
