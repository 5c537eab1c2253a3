import {el, watch} from "../dom/dom.js";
import {field, segmented} from "../dom/controls.js";
import {strings} from "../text/en.js";

/**
 * Theme, contrast, digits and motion.
 *
 * @param {!HTMLElement} root
 * @param {?} store
 * @param {?} actions
 */
export function settingsPanel(root, store, actions) {
  const words = strings.settings;
  const choices = (names) => Object.entries(names).map(([value, text]) => ({value, text}));
  const theme = segmented(choices(words.themes), (value) => actions.setSetting({theme: value}));
  const contrast = segmented(choices(words.contrasts), (value) => actions.setSetting({contrast: value}));
  const motion = segmented(choices(words.motions), (value) => actions.setSetting({motion: value}));
  const decimals = segmented(["2", "3", "4", "6"].map((value) => ({value, text: value})),
    (value) => actions.setSetting({decimals: Number(value)}));
  const notation = segmented(choices(words.notations), (value) => actions.setSetting({turned: value === "turned"}));
  const gru = segmented(choices(words.grus), (value) => actions.setSetting({writes: value === "writes"}));
  root.append(field(words.theme, theme), field(words.contrast, contrast), field(words.decimals, decimals), field(words.notation, notation),
    field(words.gru, gru), field(words.motion, motion),
    el("button", {class: "link", text: strings.help.title, onclick: () => {
      /** @type {!HTMLDialogElement} */ (document.getElementById("help")).showModal();
    }}));
  watch(store, ["theme", "contrast", "motion", "decimals", "turned", "writes"], (state) => {
    theme.show(state.theme);
    contrast.show(state.contrast);
    motion.show(state.motion);
    gru.show(state.writes ? "writes" : "keeps");
    notation.show(state.turned ? "turned" : "plain");
    decimals.show(String(state.decimals));
  });
}
