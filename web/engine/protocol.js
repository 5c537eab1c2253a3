/**
 * What page and worker say to each other.
 *
 * Page to worker: `{id, call, args}`, where call is one of CALLS, "unpack" (what the script brings along), "start" (the
 * compiled core and its kernels), "run" (training on or off), "beside" (whether other models are shown beside the open
 * one), "measure" (seconds of training that nobody watches) or "look" (seconds of pictures that nobody sees), and
 * `{painted: true}` when a frame has reached the screen. Worker to page: `{id, value}` or `{id, error}` for every
 * request, `{structure, beside}` whenever a net has another form, `{frame}` after every change and while it trains, at
 * most one between two `painted`, `{stopped}` when training ends by itself and `{failed}` if the worker cannot go on.
 * What is beside is one entry for each other model that is shown.
 */

/** Everything the core does on request; each is a function of the core's boundary by the same name. */
export const CALLS = ["open", "change", "branch", "train", "travel", "alone", "turn", "writes", "set", "paste", "hold", "letGo", "reset",
  "seed", "choose", "variant", "decoding", "explain", "view", "save", "restore", "benchmark"];

/** Calls that only ask: nothing changes, so no frame follows. */
export const QUESTIONS = ["explain", "view", "save", "benchmark"];
