import { keptCell } from "./kept.ts";

/** How much room a row has. */
export const density = keptCell("patchboard.density", ["comfortable", "compact"]);

/** From here on one line has room for all of a row; looks/density.css and detail.css have the same number. */
const wide = "(min-width: 2100px)";

/** Keeps the document at the chosen density; heights of rows follow in looks/density.css. */
export function applyDensity(): void {
  const screen = matchMedia(wide);
  const apply = () => {
    const { dataset } = document.documentElement;
    dataset["density"] = density.get();
    dataset["lines"] = density.get() === "compact" || screen.matches ? "1" : "2";
  };
  const changed = () => {
    apply();
    dispatchEvent(new Event("resize")); // lists that calculate with the height of rows measure it again
  };
  density.follow(changed);
  screen.addEventListener("change", changed); // the browser tells this after a resize of its own
  apply();
}
