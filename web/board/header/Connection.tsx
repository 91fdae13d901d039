import { useEffect } from "react";
import { connection, outbox } from "../../environment.ts";
import { useCell } from "../../ui/cell.ts";
import { plural } from "../../ui/format.ts";

/** Says when the server is gone, and what of this person's work it does not have yet. */
export function Connection() {
  const state = useCell(connection);
  const waiting = useCell(outbox.waiting);
  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [waiting]);
  if (state !== "lost") return null;
  return (
    <p className="notice lost" role="alert">
      <strong>Connection lost.</strong>{" "}
      {waiting > 0
        ? `${plural(waiting, "decision")} not saved yet: sent as soon as the server is back. Keep this page open.`
        : "Trying again. You can go on: decisions wait here until the server is back."}
    </p>
  );
}
