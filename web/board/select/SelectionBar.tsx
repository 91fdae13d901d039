import "./select.css";
import { useEffect } from "react";
import { isDialogOpen } from "../../ui/Dialog.tsx";
import { count, plural } from "../../ui/format.ts";
import { useStable } from "../../ui/useStable.ts";
import { nameOf, useBoard, verdictNames } from "../BoardContext.ts";
import { Key } from "../keys/Key.tsx";
import { wishWords } from "../wait/condition.ts";
import type { Act } from "../keys/commands.ts";
import type { Preview, Proposal } from "./preview.ts";
import type { Bulk } from "./useBulk.ts";

interface Props {
  bulk: Bulk;
  perform: (act: Act) => void;
}

/** What is being saved; what can be done with the selection; then what would happen, until it is confirmed. */
export function SelectionBar({ bulk, perform }: Props) {
  const { rows, hidden, proposal, preview, saving } = bulk;
  const isSelecting = rows.length > 0 || hidden > 0;
  const isOpen = isSelecting || saving !== null;
  // Said on the root, because asking :has() for it costs 30 ms of styles at each change among 20,000 rows.
  useEffect(() => {
    document.documentElement.toggleAttribute("data-selecting", isOpen);
    return () => document.documentElement.removeAttribute("data-selecting");
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <section className="selection-bar" aria-label="Selection" data-proposal={proposal?.verdict[0]}>
      {saving && (
        <p role="status" className="saving">
          <progress aria-label="Saved" max={saving.total} value={saving.done} /> saving {count(saving.done)} of{" "}
          {count(saving.total)}
        </p>
      )}
      {isSelecting &&
        (proposal && preview ? (
          <Confirm bulk={bulk} proposal={proposal} preview={preview} />
        ) : (
          <Choices bulk={bulk} perform={perform} />
        ))}
    </section>
  );
}

function Choices({ bulk: { rows, hidden, clear }, perform }: Props) {
  return (
    <>
      <p role="status">
        <strong>{count(rows.length)}</strong> selected
        {hidden > 0 && <span className="muted"> · {count(hidden)} more hidden by the filter, left out</span>}
      </p>
      <div role="group" aria-label="Decide for the selection" className="choices">
        {verdictNames.map(([verdict, letter, name]) => (
          <button
            key={verdict}
            type="button"
            data-verdict={letter}
            title={`${name} for all that are selected; with Shift for all targets`}
            onClick={(event) => perform({ do: "decide", verdict, everywhere: event.shiftKey })}
          >
            {name} <Key of={name.toLowerCase()} />
          </button>
        ))}
        <button type="button" title="Wait until when, or for what" onClick={() => perform({ do: "until" })}>
          Wait until… <Key of="until" />
        </button>
        <button type="button" title="Seen, and agreed with what is shown" onClick={() => perform({ do: "agree" })}>
          Agree <Key of="agree" />
        </button>
      </div>
      <button type="button" className="quiet" onClick={() => perform({ do: "select", how: "all" })}>
        All that match <Key of="select-all" />
      </button>
      <button type="button" className="quiet" onClick={clear}>
        Clear <Key of="close" />
      </button>
    </>
  );
}

function Confirm({ bulk, proposal, preview }: { bulk: Bulk; proposal: Proposal; preview: Preview }) {
  useConfirmKeys(bulk);
  const facts = factsOf(preview, proposal);
  return (
    <>
      <p role="status">
        <strong>{headline(preview, proposal, useBoard())}</strong>
        {facts.length > 0 && <span className="muted"> {facts.join(" · ")}</span>}
      </p>
      <button type="button" className="main" disabled={!preview.changes.length} onClick={bulk.apply}>
        {proposal.verdict === "AGREE" ? "Agree" : `Set ${nameOf(proposal.verdict).toLowerCase()}`}{" "}
        <kbd aria-hidden>⏎</kbd>
      </button>
      <button type="button" onClick={() => bulk.propose(null)}>
        Cancel <kbd aria-hidden>Esc</kbd>
      </button>
    </>
  );
}

/** Enter does what is proposed and Escape does not, wherever on the board the focus is. */
function useConfirmKeys({ apply, propose }: Bulk): void {
  const pressed = useStable((event: KeyboardEvent) => {
    const on = event.target instanceof Element ? event.target : null;
    if (
      isDialogOpen() ||
      on?.closest("textarea, select, .selection-bar button, input:not([type=radio], [type=checkbox])")
    )
      return;
    if (event.key === "Enter") apply();
    else if (event.key === "Escape") propose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    addEventListener("keydown", pressed, { capture: true });
    return () => removeEventListener("keydown", pressed, { capture: true });
  }, [pressed]);
}

function headline(
  { changes }: Preview,
  { verdict, everywhere, condition }: Proposal,
  { targets, target }: ReturnType<typeof useBoard>,
) {
  const many = plural(changes.length, "patch", "patches");
  const place = everywhere ? "all targets" : (targets[target]?.branch ?? "");
  if (!changes.length) return `Changes nothing on ${place}.`;
  if (verdict === "AGREE") return `Marks ${many} as seen and agreed on ${place}.`;
  return `Sets ${many} to ${nameOf(verdict).toLowerCase()} on ${place}${wishWords(condition)}.`;
}

function factsOf({ unchanged, replaced }: Preview, { verdict }: Proposal): string[] {
  const stay = verdict === "AGREE" ? "seen already or backported" : "so already or backported";
  return [
    ...(unchanged ? [`${count(unchanged)} ${unchanged === 1 ? "is" : "are"} ${stay}`] : []),
    ...(replaced.length
      ? [`replaces decisions of ${replaced.map(([who, n]) => `${who} (${count(n)})`).join(", ")}`]
      : []),
  ];
}
