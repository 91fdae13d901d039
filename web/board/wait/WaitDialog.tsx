import { useState } from "react";
import { Dialog } from "../../ui/Dialog.tsx";
import { now } from "../../ui/now.ts";
import type { AskedWait } from "../useDialogs.ts";
import { conditionOf, draftOf, tomorrow, type Draft, type WaitKindChoice } from "./draft.ts";

const longestPattern = 100;
const mostDays = 3_650;

interface Props {
  asked: AskedWait;
  onClose: () => void;
}

/** Asks what a wait waits for; saving it is a decision, with its history and undo. */
export function WaitDialog({ asked: { about, branch, wait, save }, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(wait, now.get()));
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const choice = (kind: WaitKindChoice) => ({
    type: "radio" as const,
    name: "wait",
    checked: draft.kind === kind,
    onChange: () => change({ kind }),
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save(conditionOf(draft));
    onClose();
  };
  return (
    <Dialog title={`Wait on ${branch}`} onClose={onClose}>
      <form onSubmit={submit} className="stack wait-dialog">
        <p className="muted">
          <bdi>{about}</bdi>
        </p>
        <fieldset>
          <legend className="unseen">Until when</legend>
          <label>
            <input {...choice("AUTHOR")} />
            <span>
              as the author says
              <span className="muted">{wait?.isAuthors ? `: ${wait.words}` : ", else until somebody decides"}</span>
            </span>
          </label>
          <div>
            <label>
              <input {...choice("DATE")} /> until
            </label>
            <input
              type="date"
              aria-label="Day"
              value={draft.day}
              required={draft.kind === "DATE"}
              min={draft.kind === "DATE" ? tomorrow(now.get()) : undefined}
              onChange={(event) => change({ kind: "DATE", day: event.target.value })}
            />
          </div>
          <div>
            <label>
              <input {...choice("DAYS")} /> until
            </label>
            <Days
              label="Days after the commit"
              value={draft.days}
              onChange={(days) => change({ kind: "DAYS", days })}
            />
            <span aria-hidden="true">days after the commit</span>
          </div>
          <div>
            <label>
              <input {...choice("TAG")} /> until the next tag
            </label>
            <input
              aria-label="Tag pattern"
              placeholder="any release"
              title="v3.4* with * and ?, 3.4 for that release, empty for any release"
              size={12}
              maxLength={longestPattern}
              value={draft.pattern}
              onChange={(event) => change({ kind: "TAG", pattern: event.target.value })}
            />
            <select
              aria-label="Tags of"
              value={draft.of}
              onChange={(event) => change({ kind: "TAG", of: event.target.value === "TARGET" ? "TARGET" : "UPSTREAM" })}
            >
              <option value="UPSTREAM">of the upstream</option>
              <option value="TARGET">of {branch}</option>
            </select>
            <span>
              and{" "}
              <Days
                label="Days after the tag"
                value={draft.tagDays}
                onChange={(tagDays) => change({ kind: "TAG", tagDays })}
              />{" "}
              <span aria-hidden="true">days</span>
            </span>
          </div>
          <label>
            <input {...choice("OPEN")} /> <span>until somebody decides</span>
          </label>
        </fieldset>
        <footer>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="main">
            Wait
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Days({ label, value, onChange }: { label: string; value: number; onChange: (days: number) => void }) {
  return (
    <input
      type="number"
      aria-label={label}
      min={0}
      max={mostDays}
      value={value}
      onChange={(event) => onChange(Math.min(mostDays, Math.max(0, Math.round(event.target.valueAsNumber || 0))))}
    />
  );
}
