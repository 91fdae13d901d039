import { useCell } from "../ui/cell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { keyHelp } from "./keys.ts";
import { afterDecision } from "./settings.ts";

/** Every key, what the signs mean, and the one setting. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const after = useCell(afterDecision);
  return (
    <Dialog title="Keys and signs" onClose={onClose}>
      <div className="help">
        {keyHelp.map(([group, rows]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    {keys.split(/\s+/).map((key, i) => (
                      <kbd key={i}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Signs</h3>
          <dl>
            <div>
              <dt>
                <span className="sample" data-by="machine">
                  Y
                </span>{" "}
                <span className="sample" data-by="person">
                  Y
                </span>
              </dt>
              <dd>tinted: a machine's verdict; solid: a person's</dd>
            </div>
            <div>
              <dt>
                <span className="sample-dot" />
              </dt>
              <dd>not saved yet</dd>
            </div>
            <div>
              <dt className="sample-branches">
                <span className="branch" data-state="there">
                  ✓
                </span>
                <span className="branch" data-state="claimed">
                  ≈
                </span>
                <span className="branch" data-state="yes">
                  y
                </span>
                <span className="branch" data-state="wait">
                  w
                </span>
                <span className="branch" data-state="uncertain">
                  ?
                </span>
                <span className="branch" data-state="no">
                  ·
                </span>
              </dt>
              <dd>per stable branch: there, claimed only, wanted, wait, uncertain, no</dd>
            </div>
          </dl>
        </section>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={after === "next"}
          onChange={(event) => afterDecision.set(event.target.checked ? "next" : "stay")}
        />
        After a decision by key, go on to the next undecided patch
      </label>
    </Dialog>
  );
}
