import {remember} from "../dom/storage.js";

/** What this browser remembers. */
const KEPT = ["theme", "motion", "decimals", "turned", "writes"];

/**
 * Light or dark, calm or moving: the settings, or else what the system prefers, as attributes of <html> and as
 * `dark` and `reduced` in the store. Settings are remembered where the browser allows it.
 *
 * @param {?} store
 */
export function followTheme(store) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const apply = () => {
    const {theme, motion} = store.get();
    const isDark = theme === "dark" || (theme === "auto" && dark.matches);
    const isCalm = motion === "reduced" || calm.matches;
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
    document.documentElement.dataset["motion"] = isCalm ? "reduced" : "full";
    store.set({dark: isDark, reduced: isCalm});
  };
  apply();
  dark.addEventListener("change", apply);
  calm.addEventListener("change", apply);
  store.subscribe((state, previous) => {
    if (KEPT.every((key) => state[key] === previous[key])) return;
    apply();
    remember("settings", Object.fromEntries(KEPT.map((key) => [key, state[key]])));
  });
}
