/**
 * One request of a kind at a time; while it runs only the newest of those that follow is kept.
 *
 * @return {function(string, function(): ?): void} hears the kind and the request
 */
export function createQueue() {
  const running = new Map();
  return function enqueue(key, task) {
    if (running.has(key)) {
      running.set(key, task);
      return;
    }
    running.set(key, null);
    const next = () => {
      const waiting = running.get(key);
      running.delete(key);
      if (waiting) enqueue(key, waiting);
    };
    Promise.resolve(task()).then(next, next);
  };
}
