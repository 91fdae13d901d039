import { GraphQLError } from "graphql";
import type { Outcome } from "../store/decisions.ts";
import type { NoteOutcome } from "../store/notes.ts";
import type { Store } from "../store/store.ts";
import type { ViewOutcome } from "../store/views.ts";
import type { Context } from "./context.ts";
import { patchNodes, rowId, seriesById } from "./nodes.ts";
import { conditionIn } from "./waits.ts";
import { takeIn } from "./take-in.ts";
import type { MutationResolvers } from "./__generated__/types.ts";

const decisionsPerCall = 2_000;
const looksPerCall = 200;
const takenPerCall = 500;
const nameCharacters = 80;
const noteCharacters = 4_000;
const clientIdCharacters = 100;
const searchCharacters = 2_000;

export const mutations: MutationResolvers = {
  introduce: (_, { input }, context) => {
    const name = plainText(input.name, nameCharacters, "a name").replace(/\s+/g, " ");
    if (!context.introduce) throw new GraphQLError("a name is given over HTTP, not over a socket.");
    context.introduce(name);
    return { viewer: { name, suggestedName: context.suggestedName }, clientMutationId: input.clientMutationId };
  },

  overrideVerdict: (_, { input }, context) => {
    const { store } = context;
    if (input.decisions.length > decisionsPerCall) {
      throw new GraphQLError(`${input.decisions.length} decisions at once: at most ${decisionsPerCall}.`);
    }
    const decisions = input.decisions.map((one) => ({
      patch: rowId("patch", one.patch),
      target: rowId("target", one.target),
      expected: one.expected,
      after: one.after ?? [],
    }));
    const who = known(context);
    const verdict = input.verdict ?? null;
    const condition = input.condition ? conditionIn(input.condition, verdict) : undefined;
    const wish = { verdict, condition, clientAction: actionId(input) };
    const outcome = store.decisions.overrideVerdict(clientId(input), who, decisions, wish);
    return { ...asPayload(store, outcome), clientMutationId: input.clientMutationId };
  },

  markSeen: (_, { input }, context) => {
    const { store } = context;
    if (input.agreements.length > decisionsPerCall) {
      throw new GraphQLError(`${input.agreements.length} agreements at once: at most ${decisionsPerCall}.`);
    }
    const agreements = input.agreements.map(({ patch, target, verdict }) => ({
      patch: rowId("patch", patch),
      target: rowId("target", target),
      verdict,
    }));
    const outcome = store.seen.agree(clientId(input), known(context), agreements, actionId(input));
    return { ...asPayload(store, outcome), clientMutationId: input.clientMutationId };
  },

  undo: (_, { input }, context) => {
    const { store } = context;
    const outcome = store.undo(clientId(input), known(context), seriesById(store, input.series).id, input.of ?? []);
    return { ...asPayload(store, outcome), undone: outcome.undone, clientMutationId: input.clientMutationId };
  },

  redo: (_, { input }, context) => {
    const { store } = context;
    const outcome = store.redo(clientId(input), known(context), seriesById(store, input.series).id);
    return { ...asPayload(store, outcome), redone: outcome.undone, clientMutationId: input.clientMutationId };
  },

  keepPlace: (_, { input }, context) => {
    const { store } = context;
    const patch = rowId("patch", input.patch);
    const view = store.board.patches([patch])[0];
    if (!view) throw new GraphQLError(`there is no patch ${input.patch}.`);
    store.places.keep(known(context), patch, rowId("target", input.target));
    return { series: store.series.byId(view.series)!, clientMutationId: input.clientMutationId };
  },

  addNote: (_, { input }, context) => {
    const text = plainText(input.text, noteCharacters, "a note");
    const id = rowId("patch", input.patch);
    const { patch } = context.store.notes.add(clientId(input), known(context), id, text);
    return { patch: onePatch(context.store, patch), clientMutationId: input.clientMutationId };
  },

  editNote: (_, { input }, context) => {
    const { store } = context;
    const text = plainText(input.text, noteCharacters, "a note");
    const id = rowId("note", input.note);
    const done = store.notes.edit(clientId(input), known(context), id, text, input.expected);
    return { ...asNotePayload(store, done), clientMutationId: input.clientMutationId };
  },

  deleteNote: (_, { input }, context) => {
    const id = rowId("note", input.note);
    const done = context.store.notes.remove(clientId(input), known(context), id, input.expected);
    return { ...asNotePayload(context.store, done), clientMutationId: input.clientMutationId };
  },

  restoreNote: (_, { input }, context) => {
    const id = rowId("note", input.note);
    const done = context.store.notes.restore(clientId(input), known(context), id, input.expected);
    return { ...asNotePayload(context.store, done), clientMutationId: input.clientMutationId };
  },

  saveView: (_, { input }, context) => {
    const { store } = context;
    const series = seriesById(store, input.series);
    const name = viewName(input.name);
    const done = store.views.save(clientId(input), known(context), series.id, name, viewSearch(input.search));
    return { series: store.series.byId(done.series)!, clientMutationId: input.clientMutationId };
  },

  editView: (_, { input }, context) => {
    const { store } = context;
    const to = { name: viewName(input.name), search: viewSearch(input.search) };
    const done = store.views.edit(clientId(input), known(context), rowId("view", input.view), to, input.expected);
    return { ...viewPayload(store, done), clientMutationId: input.clientMutationId };
  },

  deleteView: (_, { input }, context) => {
    const { store } = context;
    const done = store.views.remove(clientId(input), known(context), rowId("view", input.view), input.expected);
    return { ...viewPayload(store, done), clientMutationId: input.clientMutationId };
  },

  startRun: (_, { input }, context) => {
    const series = seriesById(context.store, input.series);
    context.work.startRun(series, known(context));
    return { series: seriesById(context.store, input.series), clientMutationId: input.clientMutationId };
  },

  cancelRun: (_, { input }, context) => {
    const series = seriesById(context.store, input.series);
    context.work.cancelRun(series, known(context));
    return { series: seriesById(context.store, input.series), clientMutationId: input.clientMutationId };
  },

  explain: (_, { input }, context) => {
    const { store, work } = context;
    known(context);
    const patch = store.board.patches([rowId("patch", input.patch)])[0];
    if (!patch) throw new GraphQLError(`there is no patch ${input.patch}.`);
    if (!work.explain(store.series.byId(patch.series)!, patch.id))
      throw new GraphQLError("no model is configured: start patchboard with --model FILE or --engine http.");
    return { patch: onePatch(store, patch.id), clientMutationId: input.clientMutationId };
  },

  lookAt: (_, { input }, context) => {
    if (input.patches.length > looksPerCall)
      throw new GraphQLError(`${input.patches.length} rows at once: at most ${looksPerCall}.`);
    context.work.look(input.patches.map((id) => rowId("patch", id)));
    return { clientMutationId: input.clientMutationId };
  },

  startSync: (_, { input }, context) => {
    const series = seriesById(context.store, input.series);
    known(context);
    context.work.startSync(series);
    return { series: seriesById(context.store, input.series), clientMutationId: input.clientMutationId };
  },

  takeIn: (_, { input }, { store }) => {
    const { epoch, decisions, notes } = input;
    const agreements = input.agreements ?? [];
    const most = Math.max(decisions.length, agreements.length, notes.length);
    if (most > takenPerCall) throw new GraphQLError(`${most} pieces of a file at once: at most ${takenPerCall}.`);
    const name = (who: string) => plainText(who, nameCharacters, "a name");
    const taken = takeIn(store, seriesById(store, input.series), {
      epoch,
      decisions: decisions.map((one) => ({ ...one, verdict: one.verdict ?? null, who: name(one.who) })),
      agreements: agreements.map((one) => ({ ...one, who: name(one.who) })),
      notes: notes.map((one) => ({ ...one, who: name(one.who), text: plainText(one.text, noteCharacters, "a note") })),
    });
    const conflicts = taken.conflicts.map(({ patch, target, wanted, condition, who }) => ({
      patch: onePatch(store, patch),
      target: store.series.target(target)!,
      wanted,
      condition,
      who,
    }));
    return { ...taken, conflicts, clientMutationId: input.clientMutationId };
  },

  moveTo: (_, { input }, { presence, who }) => {
    const patch = input.patch == null ? null : `patch:${rowId("patch", input.patch)}`;
    presence.move(rowId("series", input.series), input.page, who, patch);
    return { clientMutationId: input.clientMutationId };
  },
};

function known({ who }: Context): string {
  if (!who) throw new GraphQLError("say who you are first: every decision and note carries a name.");
  return who;
}

/**
 * Trimmed text of 1 to `limit` characters without control characters other than line feeds and tabs, and without what has no
 * width: two names that look the same are the same. What would reorder the text becomes visible, as in messages.
 */
function plainText(text: string, limit: number, what: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = text
    .replaceAll("\r\n", "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
    .trim();
  if (!plain) throw new GraphQLError(`${what} needs at least one character.`);
  if (plain.length > limit)
    throw new GraphQLError(`${what} has at most ${limit} characters, this one has ${plain.length}.`);
  return plain;
}

const viewName = (name: string) => plainText(name, nameCharacters, "a view's name").replace(/\s+/g, " ");

/** The query part of a URL: nothing but what a browser would put there. */
function viewSearch(search: string): string {
  if (search.length > searchCharacters)
    throw new GraphQLError(`a view has at most ${searchCharacters} characters, this one has ${search.length}.`);
  if (!/^[\w.~%+=&,*!'();:@$/?-]*$/.test(search)) throw new GraphQLError("a view is the query part of a board's URL.");
  return search;
}

function viewPayload(store: Store, { series, conflict }: ViewOutcome) {
  return {
    series: store.series.byId(series)!,
    conflict: conflict === null ? null : store.views.view(conflict),
  };
}

function clientId({ clientMutationId: id }: { clientMutationId: string }): string {
  if (!id || id.length > clientIdCharacters)
    throw new GraphQLError(`clientMutationId has 1 to ${clientIdCharacters} characters.`);
  return id;
}

/** The id by which a client's calls are one action. */
function actionId({ action }: { action?: string | null | undefined }): string | null {
  if (action == null) return null;
  if (!action || action.length > clientIdCharacters)
    throw new GraphQLError(`action has 1 to ${clientIdCharacters} characters.`);
  return action;
}

function onePatch(store: Store, id: number) {
  return patchNodes(store, store.board.patches([id]))[0]!;
}

function asNotePayload(store: Store, { patch, conflict }: NoteOutcome) {
  return { patch: onePatch(store, patch), conflict: conflict === null ? null : store.notes.note(conflict) };
}

function asPayload(store: Store, outcome: Outcome) {
  const patches = patchNodes(store, store.board.patches(outcome.patches));
  const byId = new Map(patches.map((patch) => [patch.view.id, patch]));
  const conflicts = outcome.conflicts.map(({ patch, target }) => ({
    patch: byId.get(patch)!,
    target: store.series.target(target)!,
  }));
  return { patches, conflicts };
}
