/** A matrix that changes by its whole size in a frame would move its wires by so many pixels; none moves further. */
const PIXELS = 400;
const MOST = 5;

/**
 * How far the wires of each matrix have crawled while it learned: with every frame of training as much further as its
 * weights have really changed since the frame before, beside how large they are.
 *
 * @return {function(?, ?): !Map<string, number>} hears the structure and its newest frame
 */
export function createCrawl() {
  const far = new Map();
  let last = null;
  return (structure, frame) => {
    if (last && last !== frame && last.version === frame.version) {
      for (const {name, role, offset, rows, cols, stride} of structure.tensors) {
        if (role !== "weight") continue;
        let change = 0;
        let size = 1e-9;
        for (let r = 0; r < rows; r++) {
          for (let k = offset + r * stride; k < offset + r * stride + cols; k++) {
            change += Math.abs(frame.data[k] - last.data[k]);
            size += Math.abs(frame.data[k]);
          }
        }
        far.set(name, (far.get(name) || 0) + Math.min(MOST, PIXELS * change / size));
      }
    }
    last = frame;
    return far;
  };
}
