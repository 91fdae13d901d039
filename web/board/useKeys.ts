import { useEffect, useRef } from "react";
import { isDialogOpen } from "../ui/Dialog.tsx";
import { actOf, type Act } from "./keys.ts";

/** Calls `perform` for every key that asks for something; never while somebody types or a dialog is open. */
export function useKeys(perform: (act: Act) => void): void {
  const latest = useRef(perform);
  useEffect(() => {
    latest.current = perform;
  });
  useEffect(() => {
    let before: string | null = null;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isForBoard(event)) return;
      const act = actOf(event, before);
      before = event.key === before ? null : event.key;
      if (!act) return;
      event.preventDefault();
      latest.current(act);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

function isForBoard(event: KeyboardEvent): boolean {
  const on = event.target instanceof Element ? event.target : null;
  if (isDialogOpen()) return false;
  if (on?.closest(typing)) return false;
  // Enter is a button's or a link's own key; a row's subject is a button that does the same.
  return !(event.key === "Enter" && on?.closest("button, a, summary"));
}
