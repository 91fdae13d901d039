import { useEffect, useRef } from "react";
import { isDialogOpen } from "../ui/Dialog.tsx";
import { noteWanted, typeAhead } from "./detail/noteWanted.ts";
import { actOf, isBeginning, strokeName } from "./keys/bindings.ts";
import type { Act } from "./keys/commands.ts";

/** Calls `perform` for every key that asks for something; never while somebody types or a dialog is open. */
export function useKeys(perform: (act: Act) => void): void {
  const latest = useRef(perform);
  useEffect(() => {
    latest.current = perform;
  });
  useEffect(() => {
    let before: string | null = null;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (noteWanted.get() !== null && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return latest.current({ do: "saveNote" }); // its field is still on its way
      }
      const name = strokeName(event);
      if (name === null || !isForBoard(event, name)) return;
      if (name !== "Mod+k" && typeAhead(event.key)) return event.preventDefault();
      const act = actOf(name, before);
      before = !act && isBeginning(name) ? name : null;
      if (!act) return;
      event.preventDefault();
      latest.current(act);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

function isForBoard(event: KeyboardEvent, name: string): boolean {
  const on = event.target instanceof Element ? event.target : null;
  if (isDialogOpen()) return false;
  // The palette can be called from anywhere: its key is no letter.
  if (on?.closest(typing)) return name === "Mod+k";
  // A popover whose focused button has gone (deleted, nothing left to save) is still what Escape closes.
  if (name === "Escape" && document.querySelector("[popover]:popover-open")) return false;
  // Enter is a button's or a link's own key; a row's subject is a button that does the same.
  return !(event.key === "Enter" && on?.closest("button, a, summary"));
}
