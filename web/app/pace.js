/** Learning is slow enough to watch for this long, then as fast as the core can. */
const WATCHED_MS = 4000;
const WATCHED_UPDATES = 1200;
/** Updates a frame at the start, and by how much each frame does more. */
const FIRST = 1;
const GROWTH = 1.012;

/**
 * Training at a pace: a small net learns its first lesson in a few milliseconds, before an eye could see it. So a net
 * that has learned little starts with an update a frame and speeds up; then the core runs freely.
 *
 * @param {?} engine
 * @param {function(): number} updates how many there have been
 * @return {function(boolean): !Promise<void>} starts or stops; rejects if training cannot go on
 */
export function createPace(engine, updates) {
  let turn = 0;

  const watched = async (mine) => {
    const start = performance.now();
    let share = FIRST;
    while (turn === mine && updates() < WATCHED_UPDATES && performance.now() - start < WATCHED_MS) {
      await Promise.all([engine.train(Math.floor(share)), painted()]);
      share *= GROWTH;
    }
  };

  return async (running) => {
    const mine = ++turn;
    if (!running) return engine.run(false);
    await watched(mine);
    if (turn === mine) await engine.run(true);
  };
}

const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => resolve());
});
