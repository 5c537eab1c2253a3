let theme = "";
let palette = null;

/**
 * The colours and fonts of the theme, as the tokens say; read once per theme, since reading makes the browser lay out
 * the page.
 *
 * @return {?} {ink, quiet, ground, surface, hairline, accent, positive, zero, negative, gradPositive, …, series, font}
 */
export function readPalette() {
  const {dataset} = document.documentElement;
  const now = dataset["theme"] + " " + dataset["contrast"];
  if (palette && theme === now) return palette;
  theme = now;
  palette = paletteOf();
  return palette;
}

function paletteOf() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"),
    quiet: read("--quiet"),
    ground: read("--ground"),
    surface: read("--surface"),
    hairline: read("--hairline"),
    accent: read("--accent"),
    positive: read("--positive"),
    zero: read("--zero"),
    negative: read("--negative"),
    gradPositive: read("--grad-positive"),
    gradNegative: read("--grad-negative"),
    gate0: read("--gate-0"),
    gate1: read("--gate-1"),
    right: read("--right"),
    wrong: read("--wrong"),
    warning: read("--warning"),
    edge: read("--edge"),
    soft: read("--accent-soft"),
    onAccent: read("--on-accent"),
    sunken: read("--sunken"),
    series: [1, 2, 3, 4, 5, 6].map((k) => read("--series-" + k)),
    font: read("--font"),
    serif: read("--serif"),
  };
}
