import { useEffect, useLayoutEffect, useRef } from "react";
import { returned } from "../../environment.ts";
import { ConnectionLost } from "../../outbox.ts";
import { useStable } from "../../ui/useStable.ts";
import { UnsentNotes } from "../unsent/UnsentNotes.tsx";
import { AddNote } from "./AddNote.tsx";
import { noteWanted } from "./noteWanted.ts";

const retryMs = 3_000;

interface Props {
  id: string;
  sentence: string;
  /** Reads the details into the store. */
  read: () => Promise<unknown>;
  /** Shows them. */
  retry: () => void;
}

/** Instead of details that could not be read; when the server is back they come by themselves. */
export function Unread({ id, sentence, read, retry }: Props) {
  const readAndShow = useStable(async () => {
    await read();
    retry();
  });
  useEffect(() => {
    let isOver = false;
    const wait = async (): Promise<void> => {
      await returned(retryMs);
      if (isOver) return;
      await readAndShow().catch((error: unknown) => (error instanceof ConnectionLost ? wait() : undefined));
    };
    void wait();
    return () => {
      isOver = true;
    };
  }, [readAndShow]);
  const notes = useRef<HTMLElement>(null);
  // Who is writing when this goes writes on in the field that comes.
  useLayoutEffect(() => {
    const section = notes.current;
    return () => {
      const at = document.activeElement;
      if (at?.matches("textarea") && section?.contains(at)) noteWanted.set(id);
    };
  }, [id]);
  return (
    <>
      <p className="calm">
        The details could not be read: {sentence}{" "}
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
      {/* A note can be written all the same: it waits, as decisions do. */}
      <section aria-label="Notes" className="detail-main" ref={notes}>
        <UnsentNotes patch={id} />
        <AddNote patch={id} />
      </section>
    </>
  );
}
