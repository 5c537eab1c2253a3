/**
 * The one state object of the page. A listener hears (state, previous) after every patch that changed something; it
 * is not called when it subscribes.
 *
 * @param {!Object} initial
 * @return {{get: function(): ?, set: function(!Object): void, subscribe: function(function(?, ?): void): function():
 *     void}}
 */
export function createStore(initial) {
  let state = initial;
  const listeners = new Set();
  return {
    get: () => state,
    set(patch) {
      if (Object.keys(patch).every((key) => Object.is(state[key], patch[key]))) return;
      const previous = state;
      state = Object.assign({}, state, patch);
      for (const listener of listeners) call(listener, state, previous);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** One listener's mistake is reported and keeps no other from hearing. */
function call(listener, state, previous) {
  try {
    listener(state, previous);
  } catch (mistake) {
    setTimeout(() => {
      throw mistake;
    });
  }
}
