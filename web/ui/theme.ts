import { keptCell } from "./kept.ts";

/** Light, dark, or as the system has it. */
export const theme = keptCell("patchboard.theme", ["auto", "light", "dark"]);

const after = { auto: "light", light: "dark", dark: "auto" } as const;

/** Auto, light, dark and round again. */
export const nextTheme = (): void => theme.set(after[theme.get()]);

/** Keeps the document in the chosen theme; the colours themselves follow `color-scheme`. */
export function applyTheme(): void {
  const apply = () => (document.documentElement.dataset.theme = theme.get());
  theme.follow(apply);
  apply();
}
