/**
 * A question to the core that is asked again and again: one at a time, no more often than every `pause` milliseconds,
 * and of those that wait only the newest. An answer that comes after `close` is not heard.
 *
 * @param {function(?): !Promise<?>} ask hears the arguments
 * @param {function(?, ?): void} heard hears the answer and the arguments
 * @param {function(string): void} refused hears what the core says against it; "" when it has answered again
 * @return {?} {ask(args, pause), close()}
 */
export function createPoll(ask, heard, refused) {
  let out = false;
  let closed = false;
  let timer = 0;
  let last = -Infinity;
  /** @type {?{args: ?, pause: number}} */
  let waiting = null;

  const run = async (args) => {
    out = true;
    last = performance.now();
    try {
      const answer = await ask(args);
      if (!closed) {
        refused("");
        heard(answer, args);
      }
    } catch (error) {
      if (!closed) refused(error && error.message ? error.message : String(error));
    }
    out = false;
    next();
  };

  const next = () => {
    if (closed || out || timer || !waiting) return;
    const wait = last + waiting.pause - performance.now();
    if (wait > 0) {
      timer = setTimeout(() => {
        timer = 0;
        next();
      }, wait);
      return;
    }
    const {args} = waiting;
    waiting = null;
    run(args);
  };

  return {
    ask(args, pause) {
      waiting = {args, pause};
      if (timer && pause === 0) {
        clearTimeout(timer);
        timer = 0;
      }
      next();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
