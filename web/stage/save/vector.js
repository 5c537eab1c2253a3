const NONE = "rgba(0, 0, 0, 0)";

/**
 * As much of a 2-D context as the painters use, that writes SVG: lines as paths, writing as text, and of an image one
 * rectangle for every run of like pixels.
 *
 * @param {!CanvasRenderingContext2D} ruler measures text and reads images; its canvas is of no other use
 * @return {?} a context, and `svg(width, height, title, description)`: the document
 */
export function createVector(ruler) {
  const out = [];
  const defs = [];
  const saved = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  let path = "";
  let first = [0, 0];
  let last = [0, 0];
  let dash = [];
  let groups = 0;

  const place = (x, y) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  const spot = (x, y) => place(x, y).map(short).join(" ");
  const size = () => Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const multiply = (a, b, c, d, e, f) => {
    const [x, y] = place(e, f);
    matrix = [matrix[0] * a + matrix[2] * b, matrix[1] * a + matrix[3] * b,
      matrix[0] * c + matrix[2] * d, matrix[1] * c + matrix[3] * d, x, y];
  };
  const paint = (color) => {
    if (typeof color === "string") return color;
    defs.push(color.written());
    return "url(#d" + defs.length + ")";
  };
  const seen = () => (ctx.globalAlpha < 1 ? ` opacity="${short(ctx.globalAlpha)}"` : "");
  const filled = () => ` fill="${paint(ctx.fillStyle)}"${seen()}`;
  const stroked = () => ` fill="none" stroke="${paint(ctx.strokeStyle)}" stroke-width="${short(ctx.lineWidth * size())}"`
    + (ctx.lineCap === "butt" ? "" : ` stroke-linecap="${ctx.lineCap}"`)
    + (ctx.lineJoin === "miter" ? "" : ` stroke-linejoin="${ctx.lineJoin}"`)
    + (dash.length ? ` stroke-dasharray="${dash.map((part) => short(part * size())).join(" ")}"` : "") + seen();
  const boxed = (x, y, w, h) => `M${spot(x, y)}L${spot(x + w, y)}L${spot(x + w, y + h)}L${spot(x, y + h)}Z`;

  /** On its own base line, so that every program sets it at the same height. */
  const write = (text, x, y, how) => {
    if (!String(text).trim()) return;
    ruler.font = ctx.font;
    const [, style, weight, points, family] = ruler.font.match(/^(italic )?(\d+ |bold )?([\d.]+)px(?:\/\S+)? (.*)$/) || [];
    const top = (baseline) => {
      ruler.textBaseline = baseline;
      return ruler.measureText("x").actualBoundingBoxAscent;
    };
    const base = y + top("alphabetic") - top(ctx.textBaseline);
    const anchor = {center: "middle", right: "end", end: "end"}[ctx.textAlign];
    const [a, b, c, d, e, f] = matrix;
    const moved = a === 1 && b === 0 && c === 0 && d === 1;
    const where = moved ? `x="${short(x + e)}" y="${short(base + f)}"`
      : `x="${short(x)}" y="${short(base)}" transform="matrix(${[a, b, c, d].map(fine).join(" ")} ${short(e)} ${short(f)})"`;
    out.push(`<text ${where} font-size="${points}" font-family="${escape(family)}"${style ? ' font-style="italic"' : ""}`
      + `${weight ? ` font-weight="${weight.trim()}"` : ""}${anchor ? ` text-anchor="${anchor}"` : ""}`
      + ` xml:space="preserve"${how}>${escape(String(text))}</text>`);
  };

  const ctx = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", globalAlpha: 1,
    font: "10px sans-serif", textAlign: "left", textBaseline: "alphabetic", imageSmoothingEnabled: false,

    save() {
      const {fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline} = ctx;
      saved.push({matrix, dash, groups,
        own: {fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline}});
      groups = 0;
    },
    restore() {
      const then = saved.pop();
      out.push("</g>".repeat(groups));
      ({matrix, dash, groups} = then);
      Object.assign(ctx, then.own);
    },
    translate: (x, y) => multiply(1, 0, 0, 1, x, y),
    scale: (x, y) => multiply(x, 0, 0, y, 0, 0),
    rotate: (turn) => multiply(Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0),
    setLineDash(parts) {
      dash = parts;
    },

    beginPath() {
      path = "";
    },
    moveTo(x, y) {
      path += "M" + spot(x, y);
      first = last = [x, y];
    },
    lineTo(x, y) {
      path += (path ? "L" : "M") + spot(x, y);
      last = [x, y];
    },
    bezierCurveTo(x1, y1, x2, y2, x, y) {
      path += "C" + [spot(x1, y1), spot(x2, y2), spot(x, y)].join(" ");
      last = [x, y];
    },
    quadraticCurveTo(x1, y1, x, y) {
      path += "Q" + [spot(x1, y1), spot(x, y)].join(" ");
      last = [x, y];
    },
    closePath() {
      path += "Z";
      last = first;
    },
    rect(x, y, w, h) {
      path += boxed(x, y, w, h);
    },
    roundRect(x, y, w, h, radius) {
      ctx.moveTo(x + radius, y);
      ctx.arcTo(x + w, y, x + w, y + h, radius);
      ctx.arcTo(x + w, y + h, x, y + h, radius);
      ctx.arcTo(x, y + h, x, y, radius);
      ctx.arcTo(x, y, x + w, y, radius);
      ctx.closePath();
    },
    /** From where the pen is towards a corner, and round it. */
    arcTo(x1, y1, x2, y2, radius) {
      const [ax, ay, bx, by] = [last[0] - x1, last[1] - y1, x2 - x1, y2 - y1];
      const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
      const turn = ax * by - ay * bx;
      if (!a || !b || !radius || Math.abs(turn) < 1e-6 * a * b) {
        ctx.lineTo(x1, y1);
        return;
      }
      const half = Math.acos(Math.max(-1, Math.min(1, (ax * bx + ay * by) / (a * b)))) / 2;
      const far = radius / Math.tan(half);
      const end = [x1 + bx / b * far, y1 + by / b * far];
      const r = short(radius * size());
      ctx.lineTo(x1 + ax / a * far, y1 + ay / a * far);
      path += `A${r} ${r} 0 0 ${turn < 0 ? 1 : 0} ${spot(end[0], end[1])}`;
      last = end;
    },
    arc(x, y, radius, from, to, back = false) {
      const at = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      const all = Math.min(2 * Math.PI, back ? from - to : to - from);
      const r = short(radius * size());
      const [x0, y0] = at(from);
      if (path) ctx.lineTo(x0, y0);
      else ctx.moveTo(x0, y0);
      for (const part of [0.5, 1]) {
        const [px, py] = at(from + (back ? -all : all) * part);
        path += `A${r} ${r} 0 0 ${back ? 0 : 1} ${spot(px, py)}`;
        last = [px, py];
      }
    },
    clip() {
      defs.push(`<clipPath id="d${defs.length + 1}"><path d="${path}"/></clipPath>`);
      out.push(`<g clip-path="url(#d${defs.length})">`);
      groups++;
    },

    fill: () => out.push(`<path d="${path}"${filled()}/>`),
    stroke: () => out.push(`<path d="${path}"${stroked()}/>`),
    fillRect: (x, y, w, h) => out.push(`<path d="${boxed(x, y, w, h)}"${filled()}/>`),
    strokeRect: (x, y, w, h) => out.push(`<path d="${boxed(x, y, w, h)}"${stroked()}/>`),

    measureText(text) {
      ruler.font = ctx.font;
      return ruler.measureText(text);
    },
    fillText: (text, x, y) => write(text, x, y, filled()),
    strokeText: (text, x, y) => write(text, x, y, stroked()),

    createLinearGradient(x1, y1, x2, y2) {
      const stops = [];
      const [[a, b], [c, d]] = [place(x1, y1), place(x2, y2)];
      return {
        addColorStop: (at, color) => stops.push(`<stop offset="${at}" stop-color="${color}"/>`),
        written: () => `<linearGradient id="d${defs.length + 1}" gradientUnits="userSpaceOnUse" x1="${short(a)}"`
          + ` y1="${short(b)}" x2="${short(c)}" y2="${short(d)}">${stops.join("")}</linearGradient>`,
      };
    },

    drawImage(canvas, sx, sy, sw, sh, x, y, w, h) {
      Object.assign(ruler.canvas, {width: sw, height: sh});
      ruler.drawImage(canvas, sx, sy, sw, sh, 0, 0, sw, sh);
      const pixels = ruler.getImageData(0, 0, sw, sh).data;
      const colorAt = (c, r) => {
        const k = 4 * (r * sw + c);
        return pixels[k + 3] ? `rgb(${pixels[k]},${pixels[k + 1]},${pixels[k + 2]})` : NONE;
      };
      const [cw, ch] = [w / sw, h / sh];
      for (let r = 0; r < sh; r++) {
        for (let c = 0, to = 0; c < sw; c = to) {
          const color = colorAt(c, r);
          for (to = c + 1; to < sw && colorAt(to, r) === color; to++);
          if (color === NONE) continue;
          out.push(`<path d="${boxed(x + c * cw, y + r * ch, (to - c) * cw, ch)}" fill="${color}"`
            + ` shape-rendering="crispEdges"${seen()}/>`);
        }
      }
    },

    svg: (width, height, title, description) => `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}"`
      + ` height="${height}" viewBox="0 0 ${width} ${height}">\n<title>${escape(title)}</title>\n`
      + `<desc>${escape(description)}</desc>\n<defs>${defs.join("")}</defs>\n`
      + out.filter(Boolean).join("\n") + "\n</svg>\n",
  };
  return ctx;
}

/** Hundredths of a pixel are enough. */
const short = (value) => Math.round(value * 100) / 100;

/** A factor has more digits than a place: it is multiplied with one. */
const fine = (value) => Math.round(value * 1e6) / 1e6;

const escape = (text) => text.replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");
