/** A tensor of a frame. */
export class FrameTensor {
  /** @param {!Object} info its entry in the structure: name, offset, rows, cols, stride, shape, role, layer, editable @param {!Float32Array} data */
  constructor(info, data) {
    this.info = info;
    this.data = data;
    this.name = info.name;
    this.rows = info.rows;
    this.cols = info.cols;
    this.shape = info.shape;
    this.role = info.role;
    this.layer = info.layer;
    this.editable = info.editable;
  }

  /** @param {number} row @param {number} column @return {number} */
  at(row, column) {
    return this.data[this.info.offset + row * this.info.stride + column];
  }
}

/** What the core computed, by name. */
export class Frame {
  /** @param {!Object} structure @param {!Float32Array} data @param {!Object} report @param {?Float32Array} ghost */
  constructor(structure, data, report, ghost) {
    this.version = structure.version;
    this.data = data;
    this.report = report;
    /** The same numbers of a run in which nothing is held by hand; null where nothing is. */
    this.ghost = ghost;
    /** What the models shown beside this one computed: {structure, frame}. @type {!Array<?>} */
    this.beside = [];
    /** @type {!Map<string, !FrameTensor>} */
    this.tensors = new Map(structure.tensors.map((info) => [info.name, new FrameTensor(info, data)]));
    report.curve = curve(this, report.points);
  }

  /** @param {string} name @return {?FrameTensor} the tensor, or null if this net has none of that name */
  tensor(name) {
    return this.tensors.get(name) || null;
  }
}

/** @param {!Frame} frame @param {number} points @return {{updates: !Float32Array, loss: !Float32Array, gradientNorm: !Float32Array}} */
function curve(frame, points) {
  const series = (name) => {
    const {offset} = frame.tensor(name).info;
    return frame.data.subarray(offset, offset + points);
  };
  return {updates: series("curve.updates"), loss: series("curve.loss"), gradientNorm: series("curve.gradientNorm")};
}
