import {el, setText} from "../../dom/dom.js";
import {strings} from "../../text/en.js";
import {formatFixed} from "../../text/number.js";
import {visible} from "../../text/symbols.js";

/** A longer text is only told by the symbols that are looked at most. */
const MOST = 80;
/** So many letters have room under the bars. */
const ROOM = 42;
/** Of narrow bars only so many are named, the highest; no two of them closer than this share of the row. */
const NAMED = 3;
const APART = 0.2;

/**
 * Where an attention looks: every symbol with a bar as high as its share.
 *
 * @return {?} {element, show(title, tokens, shares); null hides it}
 */
export function looksRow() {
  const title = el("h4");
  const bars = el("div", {class: "looks", role: "img"});
  const element = el("div", {hidden: true}, title, bars);
  let shape = "";

  return {
    element,
    show(text, tokens, shares) {
      element.hidden = !shares;
      if (!shares) return;
      setText(title, text);
      const order = Array.from(shares.keys()).sort((a, b) => shares[b] - shares[a]);
      const shown = tokens.length <= MOST ? Array.from(tokens.keys()) : order.slice(0, MOST).sort((a, b) => a - b);
      const now = shown.map((k) => tokens[k]).join("\u0000");
      if (now !== shape) {
        bars.replaceChildren(...shown.map((k) => el("span", {class: "look"},
          el("span", {class: "look-bar"}), el("span", {text: visible(tokens[k] || String(k + 1))}))));
      }
      shape = now;
      const names = shown.map((k) => visible(tokens[k] || String(k + 1)));
      const narrow = names.reduce((sum, name) => sum + name.length + 0.4, 0) > ROOM;
      const named = narrow ? farApart(order.filter((k) => shown.includes(k)), shown) : shown;
      bars.classList.toggle("narrow", narrow);
      const most = Math.max(...shares, 1e-9);
      shown.forEach((k, j) => {
        const look = bars.children[j];
        look.firstChild.style.setProperty("--share", String(shares[k] / most));
        look.classList.toggle("named", named.includes(k));
        look.title = (narrow ? names[j] + " " : "") + formatFixed(shares[k], 3);
      });
      const [best] = order;
      bars.setAttribute("aria-label", strings.output.attention + " " + visible(tokens[best] || "") + " "
        + formatFixed(shares[best], 2));
    },
  };
}

/** The first few of an order that do not stand close to one another. */
function farApart(order, shown) {
  const named = [];
  for (const k of order) {
    const near = named.some((other) => Math.abs(shown.indexOf(k) - shown.indexOf(other)) < APART * shown.length);
    if (!near) named.push(k);
    if (named.length === NAMED) break;
  }
  return named;
}
