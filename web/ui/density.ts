import { keptCell } from "./kept.ts";

/** How much room a row has: two lines, or one. */
export const density = keptCell("patchboard.density", ["comfortable", "compact"]);

/** Keeps the document at the chosen density; heights of rows follow in tokens.css. */
export function applyDensity(): void {
  const apply = () => (document.documentElement.dataset["density"] = density.get());
  density.follow(() => {
    apply();
    dispatchEvent(new Event("resize")); // lists that calculate with the height of rows measure it again
  });
  apply();
}
