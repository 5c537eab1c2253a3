import {calmly, el, fitted, setText} from "./dom.js";
import {readPalette} from "./palette.js";
import {strings} from "../text/en.js";

/**
 * A chart with everything a reader needs besides pixels: a caption, what the pointer reads from it, a sentence for
 * those who do not see it, and the same numbers as a table.
 *
 * @param {string} kind a class: how tall it is
 * @param {function(?, {width: number, height: number}, ?, ?{x: number, y: number}): ?} paint hears the context, the
 *     size, the palette and where the pointer is; answers with what to write beside the pointer, as {x, y, lines}, or
 *     null
 * @return {?} {box, canvas, draw(), describe(text), table(function), close()}
 */
export function figure(kind, paint) {
  const canvas = el("canvas", {class: "figure-canvas " + kind, role: "img"});
  const tip = el("div", {class: "figure-tip", hidden: true, "aria-hidden": "true"});
  const rows = el("div", {class: "figure-twin-box", tabindex: "0", role: "group", "aria-label": strings.figures.table});
  const twin = el("details", {class: "figure-twin", hidden: true, ontoggle: () => fill()},
    el("summary", {text: strings.figures.table}), rows);
  const box = el("figure", {class: "figure-box"}, el("div", {class: "figure-frame"}, canvas, tip), twin);
  /** @type {?{x: number, y: number}} */
  let at = null;
  /** @type {?function(): {head: !Array<string>, rows: !Array<!Array<string>>}} */
  let numbers = null;

  const draw = calmly(() => {
    if (!box.isConnected) return;
    const {ctx, width, height} = fitted(canvas);
    if (width < 20 || height < 20) return;
    show(paint(ctx, {width, height}, readPalette(), at), width);
  });

  const show = (said, width) => {
    tip.hidden = !said;
    if (!said) return;
    const lines = said.lines;
    while (tip.children.length > lines.length) tip.lastChild.remove();
    while (tip.children.length < lines.length) tip.append(el("p"));
    lines.forEach((line, k) => setText(tip.children[k], line));
    const left = said.x + 12 + tip.offsetWidth > width ? said.x - 12 - tip.offsetWidth : said.x + 12;
    tip.style.left = Math.max(0, left) + "px";
    tip.style.top = Math.max(0, said.y - tip.offsetHeight / 2) + "px";
  };

  const fill = calmly(() => {
    if (!twin.open || !numbers) return;
    const {head, rows: lines} = numbers();
    rows.replaceChildren(el("table", {},
      el("thead", {}, el("tr", {}, ...head.map((text) => el("th", {scope: "col", text})))),
      el("tbody", {}, ...lines.map(([first, ...rest]) =>
        el("tr", {}, el("th", {scope: "row", text: first}), ...rest.map((text) => el("td", {text})))))));
  });

  const point = (event) => {
    const bounds = canvas.getBoundingClientRect();
    at = {x: event.clientX - bounds.left, y: event.clientY - bounds.top};
    draw();
  };
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerdown", point);
  const leave = () => {
    at = null;
    draw();
  };
  /** A finger that is lifted leaves what it pointed at in sight, until it touches elsewhere. */
  canvas.addEventListener("pointerleave", ({pointerType}) => {
    if (pointerType !== "touch") leave();
  });
  const elsewhere = ({target}) => {
    if (at && target !== canvas) leave();
  };
  document.addEventListener("pointerdown", elsewhere);
  const sized = new ResizeObserver(draw);
  sized.observe(canvas);

  return {
    box,
    canvas,
    draw,
    /** @param {string} text */
    describe(text) {
      if (canvas.getAttribute("aria-label") !== text) canvas.setAttribute("aria-label", text);
    },
    /** @param {function(): {head: !Array<string>, rows: !Array<!Array<string>>}} ask is called when somebody looks */
    table(ask) {
      numbers = ask;
      twin.hidden = false;
      fill();
    },
    close() {
      sized.disconnect();
      document.removeEventListener("pointerdown", elsewhere);
    },
  };
}
