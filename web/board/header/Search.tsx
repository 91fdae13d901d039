import { useCell } from "../../ui/cell.ts";
import { bindings, keyOf } from "../keys/bindings.ts";
import { useId, useMemo, useState } from "react";
import { changeView } from "../../useRoute.ts";
import { useLagging } from "../../ui/useLagging.ts";
import { makeValuesOf, type Filter, type Row } from "../filter.ts";
import { nothingFound } from "../search/match.ts";
import { suggestions } from "../search/suggestions.ts";

interface Props {
  text: string;
  rows: readonly Row[];
  onLeave: () => void;
}

/** The search box: words and operators, with suggestions for what is being typed. Enter and Escape go on to the rows. */
export function Search({ text, rows, onLeave }: Props) {
  const list = useId();
  const key = keyOf("search", useCell(bindings));
  const options = useSuggestions(text, rows);
  return (
    <>
      <input
        id="search"
        type="search"
        aria-label="Search patches"
        placeholder={`search  ${key ?? ""}`}
        title={'Words, "a phrase", -not, author: path: tag: area: verdict: is: has: needs: id:'}
        // A combo box only while it has something to offer: screen readers announce it as that.
        list={options.length ? list : undefined}
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
      <datalist id={list}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}

const everything: Filter = {
  show: ["n", "u", "w", "y", "b"],
  only: [],
  area: "",
  author: "",
  text: "",
  target: 0,
  start: 0,
  me: null,
  found: nothingFound,
};

/** Authors, areas and tags are only counted while one of them is being typed. */
function useSuggestions(text: string, rows: readonly Row[]): string[] {
  const [valuesOf] = useState(() => ({
    author: makeValuesOf("author"),
    area: makeValuesOf("area"),
    tag: makeValuesOf("tag"),
  }));
  const field = /(?:^|[\s-])(author|area|tag):"?[^\s"]*$/i.exec(text)?.[1]?.toLowerCase() as
    | keyof typeof valuesOf
    | undefined;
  const known = useMemo(
    () => (field ? valuesOf[field](rows, everything).map(([value]) => value) : []),
    [field, valuesOf, rows],
  );
  return useMemo(() => {
    const values = { author: [], area: [], tag: [], ...(field ? { [field]: known } : {}) };
    return suggestions(text, values);
  }, [text, field, known]);
}

const quietMs = 600;

/** What could not be understood; a moment late, because a quote that is being typed is open for a while. */
export function SearchTrouble({ sentence }: { sentence: string | null }) {
  const shown = useLagging(sentence, quietMs);
  return (
    <p className="search-trouble" role="status">
      {shown === sentence && shown}
    </p>
  );
}
