import { useEffect, useLayoutEffect } from "react";
import { useRelayEnvironment } from "react-relay";
import { commitMutation, type ConcreteRequest, type IEnvironment } from "relay-runtime";
import { epoch, outbox } from "../../environment.ts";
import { plural } from "../../ui/format.ts";
import { say } from "../../ui/status.ts";
import { useStable } from "../../ui/useStable.ts";
import { countOf, patchesOf, type Letter } from "../../unsent/letter.ts";
import { isAboutLetters } from "../../unsent/letterBox.ts";
import { adopt, holdTab, whenGone } from "../../unsent/tabs.ts";
import { edits, keepEdit } from "../detail/noteWanted.ts";
import { markUnsaved } from "../marks.ts";
import type { Refused, Wish } from "../act/useOverrideVerdict.ts";
import { conflictOf, isMoot, type Conflict } from "../useDecide.ts";
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
      const all = conflictsIn(response, letter);
      const found = all.filter((one) => !isMoot(one));
      addConflicts(found);
      if (found.length) say(`${countOf([letter])} not saved: somebody decided first.`);
      sayTooLate(response);
      endEdit(letter, response);
    },
    onError: (error) => {
      saved();
      refused.set([...refused.get(), letter]);
      say(`Not saved: ${error.message}`, "trouble");
    },
  });
}

/** Says that what was agreed with, or taken back, is no longer what stands: there is nothing to choose, but to look again. */
function sayTooLate(response: object) {
  const { markSeen, undo, redo } = response as Record<string, { conflicts: readonly unknown[] } | undefined>;
  const agreed = markSeen?.conflicts.length ?? 0;
  if (agreed)
    say(`${plural(agreed, "patch", "patches")} changed before your agreement was sent: look again.`, "trouble");
  if ((undo ?? redo)?.conflicts.length)
    say("Not all of it could be taken back or done again: somebody decided since.", "trouble");
}

/**
 * Closes the editor of an edit that is saved. The text of one that somebody else's came before is in its editor, where saving
 * shows both; and it is said, because that may be anywhere.
 */
function endEdit(letter: Letter, response: object) {
  const { note, text, expected } = letter.variables.input;
  if (note === undefined || text === undefined || expected === undefined) return;
  const { editNote } = response as { editNote?: { conflict: object | null } };
  const draft = edits.get().get(note);
  if (!editNote?.conflict) return draft?.text === text ? keepEdit(note, null) : undefined;
  if (!draft) keepEdit(note, { text, expected });
  refused.set([...refused.get(), letter]);
  say("A note was not saved: somebody changed it first.", "trouble");
}

/** The conflicts in the answer to a decision; other mutations have none, or such as their own fields show. */
function conflictsIn(response: object, { variables: { input } }: Letter): Conflict[] {
  const { overrideVerdict } = response as { overrideVerdict?: { conflicts: readonly Refused[] } };
  const wish = { verdict: (input.verdict ?? null) as Wish["verdict"], condition: input.condition ?? null };
  return (overrideVerdict?.conflicts ?? []).map((one) => conflictOf(one, wish));
}
