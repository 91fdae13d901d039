import { useCombobox } from "downshift";
import { useEffect, useMemo, useState } from "react";
import { shownKey } from "../keys/bindings.ts";
import type { Act } from "../keys/commands.ts";
import { matching, type Line } from "./lines.ts";

interface Props {
  lines: readonly Line[];
  /** What was typed before this was there. */
  typed: string;
  /** Enter was pressed behind it. */
  isEntered: boolean;
  onChosen: (act: Act) => void;
}

/** The field and its list, as a combobox that screen readers know; loaded when it is first asked for. */
export function Palette({ lines, typed, isEntered, onChosen }: Props) {
  const [text, setText] = useState(typed);
  const found = useMemo(() => matching(lines, text), [lines, text]);
  useEffect(() => {
    if (isEntered && found[0]) onChosen(found[0].act);
    // What was typed before this was there is chosen once, when it is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Line>({
    items: found,
    isOpen: true,
    initialInputValue: typed,
    initialHighlightedIndex: 0,
    defaultHighlightedIndex: 0,
    selectedItem: null,
    itemToString: (line) => line?.words ?? "",
    onInputValueChange: ({ inputValue }) => setText(inputValue),
    // What was typed stays: the palette closes at a choice.
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputChange ? changes : { ...changes, inputValue: state.inputValue },
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onChosen(selectedItem.act),
  });
  return (
    <>
      <input
        {...getInputProps({
          ref: focused,
          "aria-label": "Find",
          placeholder: "an action, a target, a filter, a series…",
          onKeyDown: leaveEscape,
        })}
        spellCheck={false}
      />
      <ul {...getMenuProps({ "aria-label": "Found" })}>
        {found.map((line, index) => (
          <li key={line.id} {...getItemProps({ item: line, index })} data-highlighted={index === highlightedIndex}>
            <bdi dir="auto">{line.words}</bdi>
            <small>{line.kind}</small>
            {line.key !== null && <kbd>{shownKey(line.key)}</kbd>}
          </li>
        ))}
      </ul>
      {!found.length && <p className="muted">Nothing of that name.</p>}
    </>
  );
}

// Escape is the dialog's; the combobox would keep it for emptying its field.
const leaveEscape = (event: React.KeyboardEvent) => {
  if (event.key === "Escape") Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
};

// It may take the place of a field that has the focus.
const focused = (field: HTMLInputElement | null) => field?.focus();
