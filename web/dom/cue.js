import {calmly} from "./dom.js";

/**
 * Marks a box with the class "more" while something in it stands further down than one can see.
 *
 * @param {?} box
 */
export function cueMore(box) {
  const look = calmly(() => box.classList.toggle("more", box.scrollHeight - box.scrollTop - box.clientHeight > 4));
  box.addEventListener("scroll", look);
  new ResizeObserver(look).observe(box);
  new MutationObserver(look).observe(box, {childList: true, subtree: true});
}
