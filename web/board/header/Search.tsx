import { useCell } from "../../ui/cell.ts";
import { changeView } from "../../useRoute.ts";
import { bindings, keyOf } from "../keys/bindings.ts";

/** Words that subject, author, id, quote or reason must hold. Enter and Escape go on to the rows. */
export function Search({ text, onLeave }: { text: string; onLeave: () => void }) {
  const key = keyOf("search", useCell(bindings));
  return (
    <input
      id="search"
      type="search"
      aria-label="Search patches"
      placeholder={`search  ${key ?? ""}`}
      value={text}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => changeView({ text: event.target.value }, "replace")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && text) changeView({ text: "" }, "replace");
        else if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.currentTarget.blur();
        onLeave();
      }}
    />
  );
}
