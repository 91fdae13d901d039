import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import { nameOf, useBoard, type Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { isFor, wished, wishWords } from "../wait/condition.ts";
import type { History_patch$data, History_patch$key } from "../../__generated__/History_patch.graphql.ts";

/** What happened to the patch, newest first; each decision can be gone back to. */
export function History({ patch: key, row }: { patch: History_patch$key; row: PatchRow }) {
  const { history } = useFragment(
    graphql`
      fragment History_patch on Patch {
        history {
          seq
          at
          who
          text
          isDecision
          verdict
          condition {
            kind
            day
            days
            of
            pattern
          }
          target {
            id
          }
        }
      }
    `,
    key,
  );
  if (!history.length) return null;
  return (
    <section aria-label="History">
      <h2>History</h2>
      <ol className="history">
        {history.toReversed().map((event) => (
          <li key={event.seq}>
            <time dateTime={event.at}>{clock(event.at)}</time> <bdi>{event.who}</bdi>:{" "}
            <bdi dir="auto">{event.text}</bdi>
            <GoBack event={event} row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type Event = History_patch$data["history"][number];

/** Decides again as somebody did then, on what is seen now: refused like any decision when that has changed meanwhile. */
function GoBack({ event, row }: { event: Event; row: PatchRow }) {
  const { targets, decide } = useBoard();
  const at = targets.findIndex(({ id }) => id === event.target?.id);
  if (!event.isDecision || at < 0) return null;
  const verdict = (event.verdict ?? null) as Verdict | null;
  const condition = event.condition ?? null;
  const wish = verdict === "WAIT" ? wished(condition) : null;
  const isSame = row.verdicts[at] === verdict && (verdict !== "WAIT" || isFor(row.waits[at], condition));
  const isNow = verdict === null ? row.deciders[at] == null : row.deciders[at] != null && isSame;
  if (isNow) return null;
  const words = verdict ? nameOf(verdict).toLowerCase() + wishWords(wish) : "no decision";
  return (
    <button
      type="button"
      className="quiet go-back"
      aria-label={`go back to this: ${words} on ${targets[at]?.branch}`}
      title={`Decide ${words} on ${targets[at]?.branch}, as ${event.who} did`}
      onClick={() => decide(row, [at], verdict, wish)}
    >
      go back to this
    </button>
  );
}
