import { useState } from "react";
import { useCell } from "../ui/cell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { bindings } from "./keys/bindings.ts";
import { commands, type Command } from "./keys/commands.ts";
import { KeyField } from "./keys/KeyField.tsx";
import { Settings } from "./Settings.tsx";
import { Signs } from "./Signs.tsx";

const groups: readonly Command["group"][] = ["Move", "Decide", "Select", "Find", "Board"];

/** Every key, to be changed by a click on it; what the signs mean; and what this browser keeps of how one likes it. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const isChanged = Object.keys(useCell(bindings)).length > 0;
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <Dialog title="Keys and signs" isWide onClose={onClose}>
      <p className="key-note">
        Click a key to change it. {refused !== null && <strong role="alert">{refused}</strong>}
        {isChanged && (
          <button type="button" onClick={() => bindings.set({})}>
            All keys as they come
          </button>
        )}
      </p>
      <div className="help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((one) => one.group === group)
                .map((one) => (
                  <div key={one.id}>
                    <dt>
                      <KeyField command={one} onRefused={setRefused} />
                    </dt>
                    <dd>{one.does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <Signs />
        <Settings />
      </div>
    </Dialog>
  );
}
