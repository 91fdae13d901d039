import { useCell, type Cell } from "../ui/cell.ts";
import { density } from "../ui/density.ts";
import { theme } from "../ui/theme.ts";
import { Key } from "./keys/Key.tsx";
import { afterDecision } from "./settings.ts";

/** How this person likes the board, kept in this browser; on narrow screens the only place for it. */
export function Settings() {
  const after = useCell(afterDecision);
  return (
    <section>
      <h3>Settings</h3>
      <Choice of={theme} name="Theme" words={{ auto: "as the system", light: "light", dark: "dark" }} command="theme" />
      <Choice of={density} name="Rows" words={{ comfortable: "comfortable", compact: "compact" }} />
      <label className="setting check">
        <input
          type="checkbox"
          checked={after === "next"}
          onChange={(event) => afterDecision.set(event.target.checked ? "next" : "stay")}
        />
        After a decision by key, go on to the next undecided patch
      </label>
    </section>
  );
}

interface Choices<T extends string> {
  of: Cell<T>;
  name: string;
  words: Record<T, string>;
  command?: string;
}

function Choice<T extends string>({ of, name, words, command }: Choices<T>) {
  const chosen = useCell(of);
  return (
    <label className="setting">
      <span>
        {name} {command && <Key of={command} />}
      </span>
      <select value={chosen} onChange={({ target: { value } }) => isOneOf(words, value) && of.set(value)}>
        {Object.entries(words).map(([value, word]) => (
          <option key={value} value={value}>
            {word as string}
          </option>
        ))}
      </select>
    </label>
  );
}

const isOneOf = <T extends string>(words: Record<T, string>, value: string): value is T => value in words;
