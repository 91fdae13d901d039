import { outbox } from "../../environment.ts";
import { useCell } from "../../ui/cell.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { countOf, type Letter } from "../../unsent/letter.ts";
import { refused, strangers } from "./late.ts";

/** What an earlier page left, and cannot be sent from here. */
export function Unsent() {
  const left = [...useCell(strangers), ...useCell(refused)];
  return left.length > 0 && <Left letters={left} />;
}

function Left({ letters }: { letters: readonly Letter[] }) {
  const whose = [...new Set(letters.map((letter) => letter.who))].join(", ");
  const text = letters.flatMap((letter) => letter.lines.map((line) => `${letter.who}: ${line}`)).join("\n");
  const discard = () => {
    for (const { id } of letters) outbox.box.drop(id);
    strangers.set([]);
    refused.set([]);
  };
  return (
    <section className="notice left-over" aria-label="Not sent">
      <p>
        <strong>{countOf(letters)}</strong> by <bdi>{whose}</bdi> never reached the server, and cannot be sent from
        here: the database or the person at this browser is another one, or the server did not take it.
      </p>
      <CopyButton text={text} label="Copy as text" className="main" />
      <button type="button" onClick={discard}>
        Discard
      </button>
      <details>
        <summary>Show</summary>
        <pre>{text}</pre>
      </details>
    </section>
  );
}
