import {remember} from "../dom/storage.js";

/** What this browser remembers. */
const KEPT = ["theme", "contrast", "range", "motion", "decimals", "turned", "writes"];

/**
 * Light or dark, in usual or in high contrast, calm or moving: the settings, or else what the system prefers, as attributes
 * of <html> and as `dark`, `stark` and `reduced` in the store. Settings are remembered where the browser allows it.
 *
 * @param {?} store
 */
export function followTheme(store) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const stark = window.matchMedia("(prefers-contrast: more), (forced-colors: active)");
  const apply = () => {
    const {theme, contrast, motion} = store.get();
    const isDark = theme === "dark" || (theme === "auto" && dark.matches);
    const isStark = contrast === "more" || stark.matches;
    const isCalm = motion === "reduced" || calm.matches;
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
    document.documentElement.dataset["contrast"] = isStark ? "more" : "usual";
    document.documentElement.dataset["motion"] = isCalm ? "reduced" : "full";
    store.set({dark: isDark, stark: isStark, reduced: isCalm});
  };
  apply();
  dark.addEventListener("change", apply);
  stark.addEventListener("change", apply);
  calm.addEventListener("change", apply);
  store.subscribe((state, previous) => {
    if (KEPT.every((key) => state[key] === previous[key])) return;
    apply();
    remember("settings", Object.fromEntries(KEPT.map((key) => [key, state[key]])));
  });
}
