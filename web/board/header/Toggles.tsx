import { conditions, letters, type Only, type View } from "../../route.ts";
import { withKey } from "../keys/bindings.ts";
import { Key } from "../keys/Key.tsx";
import { count } from "../../ui/format.ts";
import { changeView } from "../../useRoute.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { Selection } from "../filter.ts";
import { conditionNames, letterNames, toggled } from "../filterNames.ts";

const quietWhenEmpty: ReadonlySet<Only> = new Set(["ripe", "asked", "notes", "people", "disputed"]);

/** Which verdicts are shown, and what must hold besides; each says how many rows it would show. */
export function Toggles({ view, selection }: { view: View; selection: Selection<PatchRow> }) {
  return (
    <>
      <div role="group" aria-label="Show verdicts" className="toggles">
        {letters.map((letter) => {
          const [sign, name] = letterNames[letter];
          const isOn = view.show.includes(letter);
          if (letter === "m" && !isOn && selection.counts.m === 0) return null;
          return (
            <button
              key={letter}
              type="button"
              aria-pressed={isOn}
              data-verdict={sign}
              title={withKey(
                `${name}. Click to show or hide; double-click, or with Shift, for nothing else`,
                `show-${name.toLowerCase()}`,
              )}
              onClick={({ shiftKey }) =>
                changeView({ show: shiftKey ? [letter] : toggled(view.show, letter, letters) })
              }
              onDoubleClick={() => changeView({ show: [letter] })}
            >
              <b aria-hidden="true">{sign}</b>
              <span className="unseen">{name} </span>
              <small>{count(selection.counts[letter])}</small> <Key of={`show-${name.toLowerCase()}`} />
            </button>
          );
        })}
      </div>
      <div role="group" aria-label="Show only" className="toggles only">
        {conditions.map((one) => {
          const isImplied = one === "undecided" && view.order === "queue";
          const isOn = isImplied || view.only.includes(one);
          // Nothing to find and nothing to switch off: not worth its place.
          if (quietWhenEmpty.has(one) && !isOn && selection.only[one] === 0) return null;
          const [name, title] = conditionNames[one];
          return (
            <button
              key={one}
              type="button"
              aria-pressed={isOn}
              disabled={isImplied}
              title={isImplied ? "The queue holds nothing else" : withKey(title, one)}
              onClick={() => changeView({ only: toggled(view.only, one, conditions) })}
            >
              {name} <small>{count(selection.only[one])}</small> <Key of={one} />
            </button>
          );
        })}
      </div>
    </>
  );
}
