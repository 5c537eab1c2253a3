import {levelsOf} from "./palette.js";

const WIDTH = 2048;
/** Steps that are painted into the bitmap together. */
const CHUNK = 64;

/**
 * All numbers of a frame as pixels, one a number, each painted when it is first in sight and kept until the numbers or
 * their colours change: the playhead only chooses among them. Neighbours in time stand side by side, so that many can be
 * painted as one picture. A canvas that changes between two readings is copied each time: so all are written before any
 * is read.
 *
 * @return {?} {of(reader, palette) begins a picture, slot(tensor, t, grid, kind) → slot or null, commit(), paint(ctx, slot, box)}
 */
export function createBitmaps() {
  const canvas = document.createElement("canvas");
  const own = /** @type {!CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let image = own.createImageData(WIDTH, 64);
  let pixels = new Uint32Array(image.data.buffer);
  const chunks = new Map();
  let [reader, palette] = [null, null];
  let [x, y, tall] = [0, 0, 0];
  let dirty = Infinity;

  const clear = () => {
    chunks.clear();
    x = y = tall = 0;
    dirty = 0;
  };

  const grow = (height) => {
    if (height <= image.height) return;
    const bigger = own.createImageData(WIDTH, Math.max(height, 2 * image.height));
    bigger.data.set(image.data);
    image = bigger;
    pixels = new Uint32Array(image.data.buffer);
    dirty = 0;
  };

  /** Room for so many pixels; a line holds boxes of one height. */
  const allot = (w, h) => {
    if (x + w > WIDTH || (tall && h !== tall)) {
      x = 0;
      y += tall;
    }
    tall = h;
    grow(y + h);
    dirty = Math.min(dirty, y);
    const place = {x, y};
    x += w;
    return place;
  };

  const write = (place, {columns, rows}, {data, from, count}, levels, ramp) => {
    for (let r = 0, k = from; r < rows; r++) {
      let at = (place.y + r) * WIDTH + place.x;
      for (let c = 0; c < columns; c++, k++) pixels[at++] = k < from + count ? ramp[levels[(k - from) % levels.length](data[k])] : 0;
    }
  };

  return {
    of(nextReader, nextPalette) {
      if (nextReader === reader && nextPalette === palette) return;
      [reader, palette] = [nextReader, nextPalette];
      clear();
    },
    slot(tensor, t, grid, kind) {
      const {columns, rows} = grid;
      const steps = Math.max(1, Math.min(CHUNK, Math.floor(WIDTH / columns)));
      const first = Math.floor(t / steps) * steps;
      const key = tensor + " " + first + " " + columns + " " + kind;
      let chunk = chunks.get(key);
      if (!chunk) {
        const vectors = [];
        for (let step = first; step < first + steps; step++) {
          const data = reader.vector(tensor, step);
          if (data) vectors[step - first] = data;
        }
        const begin = vectors.findIndex(Boolean);
        if (begin < 0) return null;
        chunk = {begin, place: allot((vectors.length - begin) * columns, rows)};
        const scales = reader.scalesOf(kind, tensor);
        const levels = typeof scales === "number" ? [levelsOf(kind, scales)] : Array.from(scales, (scale) => levelsOf(kind, scale));
        for (let k = begin; k < vectors.length; k++) {
          const at = {x: chunk.place.x + (k - begin) * columns, y: chunk.place.y};
          if (vectors[k]) write(at, grid, vectors[k], levels, palette.ramps[kind]);
        }
        chunks.set(key, chunk);
      }
      return {x: chunk.place.x + (t - first - chunk.begin) * columns, y: chunk.place.y, w: columns, h: rows};
    },
    commit() {
      if (dirty === Infinity) return;
      const height = y + tall;
      if (canvas.width !== WIDTH || canvas.height < height) {
        canvas.width = WIDTH;
        canvas.height = image.height;
        dirty = 0;
      }
      own.putImageData(image, 0, 0, 0, dirty, WIDTH, height - dirty);
      dirty = Infinity;
    },
    paint(ctx, slot, box) {
      ctx.imageSmoothingEnabled = slot.w > box.w * 1.5 || slot.h > box.h * 1.5;
      ctx.drawImage(canvas, slot.x, slot.y, slot.w, slot.h, box.x, box.y, box.w, box.h);
    },
  };
}
