import { conditions, letters, type Letter, type Only, type View } from "../../route.ts";
import { count } from "../../ui/format.ts";
import { changeView } from "../../useRoute.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { Selection } from "../filter.ts";

const letterNames: Record<Letter, readonly [sign: string, name: string]> = {
  n: ["N", "No"],
  u: ["U", "Uncertain"],
  w: ["W", "Wait"],
  y: ["Y", "Yes"],
  b: ["✓", "Backported"],
};

const conditionNames: Record<Only, readonly [name: string, title: string]> = {
  undecided: ["undecided", "Only patches that no person has decided for this target"],
  notes: ["notes", "Only patches with notes"],
  people: ["by people", "Only patches that people decided, on any target"],
  disputed: ["disputed", "Only patches about which engines disagree"],
};

/** Which verdicts are shown, and what must hold besides; each says how many rows it would show. */
export function Toggles({ view, selection }: { view: View; selection: Selection<PatchRow> }) {
  return (
    <>
      <div role="group" aria-label="Show verdicts" className="toggles">
        {letters.map((letter) => {
          const [sign, name] = letterNames[letter];
          return (
            <button
              key={letter}
              type="button"
              aria-pressed={view.show.includes(letter)}
              data-verdict={sign}
              title={`${name}. Click to show or hide; double-click, or with Shift, for nothing else.`}
              onClick={({ shiftKey }) =>
                changeView({ show: shiftKey ? [letter] : toggled(view.show, letter, letters) })
              }
              onDoubleClick={() => changeView({ show: [letter] })}
            >
              <b aria-hidden="true">{sign}</b>
              <span className="unseen">{name} </span>
              <small>{count(selection.counts[letter])}</small>
            </button>
          );
        })}
      </div>
      <div role="group" aria-label="Show only" className="toggles only">
        {conditions.map((one) => {
          const isOn = view.only.includes(one);
          // Nothing to find and nothing to switch off: not worth its place.
          if (one === "disputed" && !isOn && selection.only[one] === 0) return null;
          const [name, title] = conditionNames[one];
          return (
            <button
              key={one}
              type="button"
              aria-pressed={isOn}
              title={title}
              onClick={() => changeView({ only: toggled(view.only, one, conditions) })}
            >
              {name} <small>{count(selection.only[one])}</small>
            </button>
          );
        })}
      </div>
    </>
  );
}

function toggled<T>(list: readonly T[], one: T, order: readonly T[]): T[] {
  return order.filter((other) => (other === one ? !list.includes(one) : list.includes(other)));
}
