import { useEffect } from "react";
import { useCell } from "./cell.ts";
import { status } from "./status.ts";

const shownMs = 5_000;

/** The line that says what happened: a live region, quiet at the foot of the page. */
export function Status() {
  const message = useCell(status);
  useEffect(() => {
    if (!message || message.isTrouble) return;
    const timer = setTimeout(() => status.get() === message && status.set(null), shownMs);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div className="status" data-kind={message?.isTrouble ? "trouble" : "news"} data-empty={!message}>
      <p role="status" aria-live="polite">
        {message && <bdi key={message.count}>{message.text}</bdi>}
      </p>
      {message?.isTrouble && (
        <button type="button" className="quiet" aria-label="Dismiss" onClick={() => status.set(null)}>
          ✕
        </button>
      )}
    </div>
  );
}
