import type { PatchRow } from "./BoardRows.ts";
import type { Filter } from "./filter.ts";
import { HelpDialog } from "./HelpDialog.tsx";
import type { Act } from "./keys/commands.ts";
import { NameDialog } from "./NameDialog.tsx";
import { PaletteDialog } from "./palette/PaletteDialog.tsx";
import type { Place } from "./queue/Resume.tsx";
import type { Dialogs } from "./useDialogs.ts";
import { WaitDialog } from "./wait/WaitDialog.tsx";
import type { NameDialog_viewer$key } from "../__generated__/NameDialog_viewer.graphql.ts";
import type { PaletteDialog_query$key } from "../__generated__/PaletteDialog_query.graphql.ts";

interface Props {
  dialogs: Dialogs;
  viewer: NameDialog_viewer$key;
  query: PaletteDialog_query$key;
  rows: readonly PatchRow[];
  filter: Filter;
  places: readonly Place[];
  me: string | null;
  perform: (act: Act) => void;
  /** Gives the focus back to the row that the keys are about. */
  toCurrent: () => void;
}

/** What opens over the board: the palette, what a wait waits for, the keys, and the question for a name. */
export function BoardDialogs(props: Props) {
  const { dialogs, perform, toCurrent } = props;
  const { asking, waiting } = dialogs;
  return (
    <>
      {dialogs.isOpen("palette") && (
        <PaletteDialog
          query={props.query}
          rows={props.rows}
          filter={props.filter}
          places={props.places}
          me={props.me}
          onClose={() => dialogs.setPanel("palette", false)}
          onChosen={(act) => {
            dialogs.setPanel("palette", false);
            setTimeout(() => perform(act)); // when the dialog is gone: nothing beside it can have the focus before
          }}
        />
      )}
      {waiting && <WaitDialog asked={waiting} onClose={dialogs.endWaiting} />}
      {dialogs.isOpen("help") && <HelpDialog onClose={() => dialogs.setPanel("help", false)} />}
      {asking && (
        <NameDialog
          viewer={props.viewer}
          onClose={dialogs.endAsking}
          onNamed={(who) => {
            dialogs.endAsking();
            toCurrent();
            asking(who); // may go on to another row
          }}
        />
      )}
    </>
  );
}
