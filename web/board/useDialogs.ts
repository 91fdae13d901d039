import { useState } from "react";
import { useStable } from "../ui/useStable.ts";
import type { Wait } from "./wait/words.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

/** A part of the page that keys, buttons and the palette open. */
export type Panel = "export" | "help" | "palette" | "name";

/** About whose wait a person is asked. */
export interface AskedWait {
  /** The patch, or how many, in words. */
  about: string;
  /** The stable branch, by name: its index is another one when the dialog is answered, if a new branch came meanwhile. */
  branch: string;
  /** The wait that stands; null where nothing waits, or many do. */
  wait: Wait | null;
  /** Called with what was answered. */
  save: (condition: WaitInput) => void;
}

/** What is open over the board or beside it, and what it was opened for. */
export interface Dialogs {
  isOpen: (panel: Panel) => boolean;
  setPanel: (panel: Panel, isOpen: boolean) => void;
  /** What goes on when the name was given; null while nobody asks for one. */
  asking: ((who: string) => void) | null;
  endAsking: () => void;
  /** Goes on with the person's name: at once, or after it was asked for. */
  named: (then: (who: string) => void) => void;
  waiting: AskedWait | null;
  askWait: (asked: AskedWait) => void;
  endWaiting: () => void;
}

/** Keeps what is open; the functions never change, so that rows stay memoised. */
export function useDialogs(me: string | null): Dialogs {
  const [panels, setPanels] = useState<readonly Panel[]>([]);
  const [asking, setAsking] = useState<Dialogs["asking"]>(null);
  const [waiting, setWaiting] = useState<Dialogs["waiting"]>(null);
  return {
    isOpen: (panel) => panels.includes(panel),
    setPanel: useStable((panel: Panel, isOpen: boolean) => {
      // A name is asked for the same way whether a decision needs it or a person wants to change it.
      if (panel === "name") return setAsking(() => () => {});
      setPanels((old) => [...old.filter((one) => one !== panel), ...(isOpen ? [panel] : [])]);
    }),
    asking,
    endAsking: useStable(() => setAsking(null)),
    named: useStable((then: (who: string) => void) => (me ? then(me) : setAsking(() => then))),
    waiting,
    askWait: useStable((asked: AskedWait) => setWaiting(asked)),
    endWaiting: useStable(() => setWaiting(null)),
  };
}
