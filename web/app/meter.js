const WINDOW_MS = 1000;

/**
 * Updates per second over the last second.
 *
 * @return {function(number, boolean): number} hears the count of updates with every frame and whether training runs
 */
export function createMeter() {
  let marks = [];
  return (updates, running) => {
    const now = performance.now();
    if (!running || (marks.length > 0 && updates < marks[marks.length - 1].updates)) marks = [];
    if (!running) return 0;
    marks.push({now, updates});
    while (marks.length > 2 && now - marks[0].now > WINDOW_MS) marks.shift();
    const elapsed = now - marks[0].now;
    return elapsed < 100 ? 0 : 1000 * (updates - marks[0].updates) / elapsed;
  };
}
