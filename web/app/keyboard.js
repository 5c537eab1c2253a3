/**
 * The keys of the whole page. A control that uses a key for itself keeps it.
 *
 * @param {?} store
 * @param {?} actions
 */
export function listenToKeys(store, actions) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
    const target = /** @type {!Element} */ (event.target);
    const writing = target.closest("input:not([type=radio]):not([type=range]):not([type=checkbox]), textarea, select");
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;

    if (command && (key === "z" || key === "y") && (!writing || target.hasAttribute("data-clean"))) {
      if (key === "y" || event.shiftKey) actions.redo();
      else actions.undo();
    } else if (command || writing) {
      return;
    } else if (key === " " && !uses(target)) {
      if (target !== document.body) /** @type {!HTMLElement} */ (target).blur();
      actions.toggleTraining();
    } else if ((key === "ArrowLeft" || key === "ArrowRight") && !target.closest("input, [role=radiogroup], [role=slider]")) {
      move(key === "ArrowRight" ? 1 : -1, event.shiftKey);
    } else if (key === "Escape" && (store.get().zoom || store.get().selection)) {
      const {zoom, selection} = store.get();
      store.set(selection && selection.inside ? {selection: Object.assign({}, selection, {inside: false})}
        : zoom ? {zoom: null} : {selection: null, explanation: null});
    } else if (key === "?") {
      /** @type {!HTMLDialogElement} */ (document.getElementById("help")).showModal();
    } else {
      return;
    }
    event.preventDefault();
  });

  /** A button reached by keys answers to Space; one that was merely clicked does not keep it. */
  const uses = (target) => target.closest("[role=spinbutton], input")
    || (target.closest("button, summary, a, label") && target.matches(":focus-visible"));

  const move = (direction, far) => {
    const {unit} = store.get();
    if (!far) return actions.stepPlayhead(direction);
    actions.setUnit("sequence");
    actions.stepPlayhead(direction);
    actions.setUnit(unit);
  };
}
