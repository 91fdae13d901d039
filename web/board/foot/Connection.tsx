import { useEffect } from "react";
import { connection, outbox } from "../../environment.ts";
import { useCell } from "../../ui/cell.ts";
import { useLasting } from "../../ui/useLasting.ts";
import { countOf } from "../../unsent/letter.ts";

// An answer that takes longer than this is worth a word.
const patienceMs = 1_500;

/** Says when the server is gone, and what of this person's work it does not have yet. */
export function Connection() {
  const state = useCell(connection);
  const waiting = useCell(outbox.waiting);
  const isKept = useCell(outbox.isKept);
  // Of the oldest: who decides quickly has something on its way all the time.
  const oldest = waiting[0];
  const isLasting = useLasting(oldest?.id ?? null, patienceMs, oldest?.at);
  useEffect(() => {
    if (isKept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isKept]);
  if (state !== "lost" && !isLasting) return null;
  return (
    <p className="notice lost" role="alert">
      <strong>{state === "lost" ? "Connection lost." : "Not saved yet."}</strong>{" "}
      {waiting.length > 0
        ? `${countOf(waiting)} not saved yet: sent as soon as the server answers. ${isKept ? "This browser keeps them, also when the page is reloaded." : "This browser cannot keep them: leave this page open."}`
        : "Trying again. You can go on: decisions and notes wait here until the server is back."}
    </p>
  );
}
