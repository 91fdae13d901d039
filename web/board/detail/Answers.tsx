import { graphql, useFragment } from "react-relay";
import { LinkedText } from "../../ui/LinkedText.tsx";
import { useBoard } from "../BoardContext.ts";
import { Explain } from "./Explain.tsx";
import { Scores } from "./Scores.tsx";
import { Transcript } from "./Transcript.tsx";
import type { Answers_patch$data, Answers_patch$key } from "../../__generated__/Answers_patch.graphql.ts";

/** What every engine says, with the conditions and the other commits that it read out of the message. */
export function Answers({ patch: key }: { patch: Answers_patch$key }) {
  const patch = useFragment(
    graphql`
      fragment Answers_patch on Patch {
        ...Explain_patch
        classifications {
          id
          engine
          version
          model
          prompt
          verdict
          isExplicit
          strength
          reason
          oldest
          targets
          rule
          marks
          scores {
            ...Scores_scores
          }
          conditions {
            kind
            text
          }
          links {
            kind
            text
            patch {
              sha
              subject
              number
            }
          }
        }
      }
    `,
    key,
  );
  const { classifications } = patch;
  return (
    <section aria-label="Answers">
      <h2>{classifications.length === 1 ? "Answer" : "Answers"}</h2>
      {classifications.length === 0 && <p className="muted">No engine has read this patch yet.</p>}
      {classifications.map((one) => (
        <Answer key={one.id} answer={one} />
      ))}
      <Explain patch={patch} />
    </section>
  );
}

type One = Answers_patch$data["classifications"][number];

function Answer({ answer }: { answer: One }) {
  const { forge, jump } = useBoard();
  const model = answer.model && (/^[0-9a-f]{64}$/.test(answer.model) ? answer.model.slice(0, 12) : answer.model);
  const from = [answer.engine.toLowerCase(), model, answer.prompt, answer.rule].filter(Boolean).join(" · ");
  const asked = [
    answer.strength?.toLowerCase(),
    answer.oldest && `oldest ${answer.oldest}`,
    answer.targets.length > 0 && `for ${answer.targets.join(", ")}`,
  ];
  return (
    <div className="answer">
      <p>
        <span className="verdict-word" data-verdict={answer.verdict[0]}>
          {answer.verdict.toLowerCase()}
        </span>{" "}
        <span className="muted" title={[`version ${answer.version}`, answer.model].filter(Boolean).join(", model ")}>
          {from}
        </span>{" "}
        {answer.isExplicit && <span className="mark">instructed</span>}{" "}
        <span className="muted">{asked.filter(Boolean).join(" · ")}</span>
      </p>
      <p>
        <LinkedText text={answer.reason} forge={forge} />
      </p>
      {answer.scores && <Scores scores={answer.scores} />}
      {answer.marks.map((mark) => (
        <p key={mark}>
          <em className="mark warn">{mark}</em>
        </p>
      ))}
      {answer.conditions.map((condition, i) => (
        <p key={i} className="condition">
          <b>{condition.kind}</b> <bdi dir="auto">{condition.text}</bdi>
        </p>
      ))}
      {answer.links.map((link, i) => (
        <p key={i} className="linked">
          <b>{link.kind}</b>{" "}
          {link.patch ? (
            <button
              type="button"
              className="link"
              onClick={() => jump(link.patch?.sha ?? "")}
              title={`Go to patch ${link.patch.number}`}
            >
              <code>{link.patch.sha.slice(0, 8)}</code> <bdi dir="auto">{link.patch.subject}</bdi>
            </button>
          ) : (
            <LinkedText text={link.text} forge={forge} />
          )}
        </p>
      ))}
      {(answer.engine === "LLAMA" || answer.engine === "HTTP") && <Transcript id={answer.id} />}
    </div>
  );
}
