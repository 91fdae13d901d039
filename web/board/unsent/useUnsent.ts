import { useEffect, useLayoutEffect } from "react";
import { useRelayEnvironment } from "react-relay";
import { commitMutation, type ConcreteRequest, type IEnvironment } from "relay-runtime";
import { epoch, outbox } from "../../environment.ts";
import { say } from "../../ui/status.ts";
import { useStable } from "../../ui/useStable.ts";
import { countOf, patchesOf, type Input, type Letter } from "../../unsent/letter.ts";
import { isAboutLetters } from "../../unsent/letterBox.ts";
import { adopt, holdTab, whenGone } from "../../unsent/tabs.ts";
import type { Verdict } from "../BoardContext.ts";
import { markUnsaved } from "../marks.ts";
import { isMoot, type Conflict } from "../useDecide.ts";
import { addConflicts, refused, strangers } from "./late.ts";

// By name, whatever a board can do by now: a letter names the mutation that it is.
const mutations = new Map(
  Object.values(
    import.meta.glob<ConcreteRequest>("../../__generated__/*Mutation.graphql.ts", { eager: true, import: "default" }),
  ).map((request) => [request.params.name, request]),
);

/**
 * Sends what an earlier page of this person could not send, once, and shows it as not saved until it is. What is another
 * person's or for another database is offered as text.
 */
export function useUnsent(now: string, me: string | null): void {
  const environment = useRelayEnvironment();
  useLayoutEffect(() => {
    epoch.set(now);
  }, [now]);
  const resend = useStable((letter: Letter) => send(environment, letter));
  useEffect(() => {
    const awaited = new Set<string>();
    let isOver = false;
    const look = async () => {
      const isMine = (letter: Letter) => letter.epoch === now && letter.who === me;
      const underway = new Set(outbox.waiting.get().map((letter) => letter.id));
      const { own, strange } = await adopt(outbox.box, isMine, underway);
      if (isOver) return;
      for (const letter of own) resend(letter);
      if (own.length) say(`Sending what was not saved: ${countOf(own)}.`);
      strangers.set(strange);
      whenGone(outbox.box.all().filter(isMine), awaited, lookAgain);
    };
    const lookAgain = () => {
      if (!isOver) void look();
    };
    const heard = (event: StorageEvent) => isAboutLetters(event) && lookAgain();
    holdTab();
    lookAgain();
    addEventListener("storage", heard);
    return () => {
      isOver = true;
      removeEventListener("storage", heard);
    };
  }, [now, me, resend]);
}

/** A mutation of which only its name is known. */
interface Repeated {
  readonly variables: Record<string, unknown>;
  readonly response: Record<string, unknown>;
  readonly rawResponse: Record<string, unknown>;
}

function send(environment: IEnvironment, letter: Letter) {
  const { variables, shown } = letter;
  const mutation = mutations.get(letter.name);
  if (!mutation) return refused.set([...refused.get(), letter]);
  const saved = markUnsaved(patchesOf(variables));
  commitMutation<Repeated>(environment, {
    mutation,
    variables: { ...variables },
    ...(shown ? { optimisticResponse: { ...shown } } : {}),
    onCompleted: (response) => {
      saved();
      const all = conflictsIn(response, variables.input);
      const found = all.filter((one) => !isMoot(one));
      addConflicts(found);
      if (found.length) say(`${countOf([letter])} not saved: somebody decided first.`);
    },
    onError: (error) => {
      saved();
      refused.set([...refused.get(), letter]);
      say(`Not saved: ${error.message}`, "trouble");
    },
  });
}

interface Refused {
  patch: { id: string; sha: string };
  target: { id: string; branch: string };
  verdict: string;
  by: string | null;
}

/** The conflicts in the answer to a decision; other mutations have none, or such as their own fields show. */
function conflictsIn(response: object, { verdict: mine = null, condition = null }: Input): Conflict[] {
  const { overrideVerdict } = response as { overrideVerdict?: { conflicts: readonly Refused[] } };
  return (overrideVerdict?.conflicts ?? []).map(({ patch, target, verdict, by }) => ({
    patch: patch.id,
    sha: patch.sha,
    target: target.id,
    branch: target.branch,
    theirs: verdict as Verdict,
    by,
    mine: mine as Verdict | null,
    condition,
  }));
}
