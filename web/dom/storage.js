/** @param {string} key @param {?} value kept in this browser, if it lets us */
export function remember(key, value) {
  try {
    window.localStorage.setItem("unrolled." + key, JSON.stringify(value));
  } catch (refused) {
    // a page opened from disk or a private window may not store; nothing depends on it
  }
}

/** @param {string} key @param {?} otherwise @return {?} what remember() kept */
export function recall(key, otherwise) {
  try {
    return JSON.parse(window.localStorage.getItem("unrolled." + key) || "null") ?? otherwise;
  } catch (refused) {
    return otherwise;
  }
}
