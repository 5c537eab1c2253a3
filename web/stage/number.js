import {colorOf} from "../charts/heatmap.js";
import {formatNumber} from "../text/number.js";
import {stage as strings} from "../text/en.stage.js";
import {levelOf, wantsDarkText} from "./palette.js";
import {samePick} from "./pick.js";
import {wordsOf} from "./rows.js";
import {roundBox} from "./shapes.js";
import {nameOf, written} from "./terms.js";

/**
 * Paints one number and everything it was computed from, term by term.
 *
 * @param {!CanvasRenderingContext2D} ctx
 * @param {?} scene with scene.board and scene.pick
 */
export function drawNumber(ctx, scene) {
  const {board, palette, pick, structure, hover, digits} = scene;
  const kinds = kindsOf(scene);
  drawTitle(ctx, scene);
  ctx.textAlign = "right";
  for (const {x, y, text, quiet} of board.labels) {
    ctx.font = quiet ? "12px " + palette.font : "italic " + (text.length > 9 ? 13 : 15) + "px " + palette.serif;
    ctx.fillStyle = quiet ? palette.quiet : palette.ink;
    ctx.fillText(quiet ? strings.levels[text] : text, x, y);
  }
  for (const tile of board.tiles) drawTile(ctx, scene, tile, kinds(tile));
  ctx.textAlign = "center";
  ctx.fillStyle = palette.quiet;
  ctx.font = "18px " + palette.serif;
  for (const {x, y, text} of board.signs) ctx.fillText(text, x, y);
  ctx.font = "11px " + palette.font;
  for (const {x, y, text, value, room} of board.marks) ctx.fillText(text === undefined ? formatNumber(value, 2) : text, x, y, room);
  for (const tile of board.tiles) {
    if (!tile.pick || !hover || !samePick(tile.pick, hover)) continue;
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = 2;
    ctx.strokeRect(tile.x - 0.5, tile.y - 0.5, tile.w + 1, tile.h + 1);
  }
  if (board.tiles.length) return;
  ctx.textAlign = "left";
  ctx.font = "18px " + palette.font;
  ctx.fillStyle = palette.ink;
  ctx.fillText(nameOf(structure, pick) + " = " + formatNumber(scene.reader.value(pick), digits), 18, 104);
  ctx.font = "13px " + palette.font;
  ctx.fillStyle = palette.quiet;
  ctx.fillText(strings.formula.given, 18, 130);
}

/** What it is, and its equation. */
function drawTitle(ctx, {board, palette, pick, structure, explanation}) {
  ctx.fillStyle = palette.quiet;
  ctx.font = "13px " + palette.font;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  if (board.width > 560) ctx.fillText(wordsOf(structure, pick.tensor), board.width - 18, 24);
  if (!explanation || !board.tiles.length) return;
  ctx.fillStyle = palette.ink;
  ctx.textAlign = "left";
  [explanation.inner, explanation].filter(Boolean).forEach(({equation}, k) => {
    ctx.font = "italic 15px " + palette.serif;
    ctx.fillText(written(equation), 18, 57 + 21 * k, board.width - 36);
  });
}

/** In which colours a tile is painted: a product that has a gradient in it is one. */
function kindsOf({reader, pick}) {
  const kindOf = (one) => (one ? reader.kindOf(one.tensor) : "value");
  const own = kindOf(pick);
  return ({pick: of, factors, own: isOwn}) => {
    if (isOwn) return own;
    if (of) return kindOf(of);
    const parts = (factors || []).map((factor) => kindOf(factor.pick));
    return parts.includes("gradient") || (!factors && own === "gradient") ? "gradient" : "value";
  };
}

function drawTile(ctx, {palette, reader, digits}, tile, kind) {
  const {x, y, w, h, value} = tile;
  const {tensor, index} = tile.pick || {};
  const scale = reader.scaleOf(kind, tensor, index);
  if (tile.bar) {
    drawBar(ctx, palette, tile, kind);
    return;
  }
  ctx.fillStyle = colorOf(palette, kind, value, scale);
  roundBox(ctx, tile, tile.result ? 6 : 2);
  ctx.fill();
  ctx.strokeStyle = palette.edge;
  ctx.globalAlpha = tile.own ? 1 : 0.45;
  ctx.lineWidth = tile.own ? 1.6 : 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
  if (w < 20) {
    if (value < 0 && kind !== "gate") slant(ctx, tile, palette);
    return;
  }
  ctx.textAlign = "center";
  ctx.fillStyle = wantsDarkText(palette.ramps[kind], levelOf(value, kind, scale)) ? "#14161a" : "#ffffff";
  const size = Math.max(11, Math.min(17, Math.round(h * 0.45)));
  ctx.font = (tile.result || tile.product ? "600 " : "") + size + "px " + palette.font;
  ctx.fillText(formatNumber(value, tile.result ? digits : 2), x + w / 2, y + h / 2 + 0.5, w - 4);
  if (!tile.result || !tile.text) return;
  ctx.font = "italic 15px " + palette.serif;
  ctx.fillStyle = palette.ink;
  ctx.fillText(tile.text, x + w / 2, y - 12, w + 40);
}

/** A product as a bar up or down: as long as it is large beside the largest. */
function drawBar(ctx, palette, {x, y, w, h, bar}, kind) {
  const long = Math.max(1, Math.abs(bar) * h / 2);
  const [up, down] = kind === "gradient" ? [palette.gradPositive, palette.gradNegative] : [palette.positive, palette.negative];
  ctx.fillStyle = palette.hairline;
  ctx.fillRect(x - 1, y + h / 2 - 0.5, w + 2, 1);
  ctx.fillStyle = bar < 0 ? down : up;
  ctx.fillRect(x, bar < 0 ? y + h / 2 : y + h / 2 - long, w, long);
}

/** A stroke through what is negative, so that colour does not tell it alone. */
function slant(ctx, {x, y, w, h}, palette) {
  ctx.strokeStyle = palette.surface;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x + 1, y + h - 2);
  ctx.lineTo(x + w - 1, y + 2);
  ctx.stroke();
}

/**
 * What is under a point of an unfolded number.
 *
 * @param {?} scene
 * @param {number} x
 * @param {number} y
 * @return {?} {pick} on a factor, {note} on what came of them, or null
 */
export function hitNumber({board, structure}, x, y) {
  const tile = board.tiles.find((one) => x >= one.x && x <= one.x + one.w && y >= one.y && y <= one.y + one.h);
  if (!tile) return null;
  if (tile.pick) return {pick: tile.pick, inside: true};
  const parts = (tile.factors || []).map(({text, value}) => text + " = " + formatNumber(value)).join(",  ");
  return {note: (parts ? parts + ":  " : "") + formatNumber(tile.value, 9), inside: true};
}
