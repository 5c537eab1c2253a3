import {levelOf} from "../stage/palette.js";

const WIDTH = 2048;

/**
 * One canvas with the pixels of all heatmaps of a picture, one pixel a number. It is filled first and read after: a canvas
 * that changes between two readings is copied each time, which cost ten times as much.
 *
 * @return {?} {clear(), add(grid, data, options) → slot, commit(), paint(ctx, slot, box)}
 */
export function createAtlas() {
  const canvas = document.createElement("canvas");
  const own = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let image = own.createImageData(WIDTH, 64);
  let pixels = new Uint32Array(image.data.buffer);
  let x = 0;
  let y = 0;
  let tall = 0;

  const grow = (height) => {
    const bigger = own.createImageData(WIDTH, Math.max(height, 2 * image.height));
    bigger.data.set(image.data);
    image = bigger;
    pixels = new Uint32Array(image.data.buffer);
  };

  return {
    clear() {
      x = y = tall = 0;
    },
    /** Writes one vector and says where: grid {columns, rows}, options {kind, scale (one, or one a number), palette}. */
    add({columns, rows}, {data, from, count}, {kind, scale, palette}) {
      if (x + columns > WIDTH || (tall && rows !== tall)) {
        x = 0;
        y += tall;
        tall = 0;
      }
      tall = rows;
      if (y + rows > image.height) grow(y + rows);
      const ramp = palette.ramps[kind];
      const each = typeof scale !== "number";
      let k = from;
      for (let r = 0; r < rows; r++) {
        let at = (y + r) * WIDTH + x;
        for (let c = 0; c < columns; c++, k++) pixels[at++] = k < from + count ? ramp[levelOf(data[k], kind, each ? scale[k - from] : scale)] : 0;
      }
      const slot = {x, y, w: columns, h: rows};
      x += columns;
      return slot;
    },
    commit() {
      const height = y + tall;
      if (!height) return;
      if (canvas.width !== WIDTH || canvas.height < height) {
        canvas.width = WIDTH;
        canvas.height = image.height;
      }
      own.putImageData(image, 0, 0, 0, 0, y ? WIDTH : x, height);
    },
    paint(ctx, slot, box) {
      ctx.imageSmoothingEnabled = slot.w > box.w * 1.5 || slot.h > box.h * 1.5;
      ctx.drawImage(canvas, slot.x, slot.y, slot.w, slot.h, box.x, box.y, box.w, box.h);
    },
  };
}
