import { useEffect, useMemo, useRef, useState } from "react";
import { fetchQuery, graphql, useRelayEnvironment } from "react-relay";
import type { Subscription } from "relay-runtime";
import { parseQuery, writtenTerm } from "../../../search/query.ts";
import { connection } from "../../environment.ts";
import { useCell } from "../../ui/cell.ts";
import { count } from "../../ui/format.ts";
import { touched } from "../detail/touched.ts";
import { askedTerms, type Found, isServersAlone, nothingFound } from "./match.ts";
import type { useSearchQuery } from "../../__generated__/useSearchQuery.graphql.ts";

const searchQuery = graphql`
  query useSearchQuery($name: String!, $text: String!) {
    series(name: $name) {
      search(query: $text) {
        ids
        unread
      }
    }
  }
`;

const typingMs = 90;
const changedMs = 1_000;
const unreadMs = 3_000;
/** Answers kept for terms that are typed again; an answer may hold 20,000 ids. */
const mostAnswers = 40;

/** A search as far as it can be applied. */
export interface Search {
  /** The text whose terms are applied: that of the box, or an earlier one while the server looks for a path. */
  text: string;
  found: Found;
  /** The server has still to answer for a part of it. */
  isPending: boolean;
  /** A sentence about what of the text is not understood; null when all of it is. */
  trouble: string | null;
  /** A sentence about what cannot be searched for the moment; null when all can. It comes and goes by itself. */
  gap: string | null;
}

/**
 * Asks the server for those terms of a search that rows cannot answer, each by itself, so that a further word asks for no
 * more than that word. What rows hold is applied at once and the server's answers join; a path waits for its answer, because
 * until then there is nothing to show. The newest text wins: questions of an older one are called off.
 */
export function useSearch(name: string, text: string): Search {
  const environment = useRelayEnvironment();
  const [found, setFound] = useState<Found>(nothingFound);
  const [failed, setFailed] = useState<{ text: string; sentence: string } | null>(null);
  const [unread, setUnread] = useState(0);
  // Grows whenever answers may be out of date: then all terms are asked for again, while the old answers stay.
  const [age, setAge] = useState(0);
  const answeredAt = useRef(new Map<string, number>());
  const state = useCell(connection);
  const changed = useCell(touched);

  const query = useMemo(() => parseQuery(text), [text]);
  useEffect(() => {
    const missing = askedTerms(text).filter((term) => answeredAt.current.get(writtenTerm(term)) !== age);
    if (!missing.length || state === "lost") return;
    const questions: Subscription[] = [];
    const ask = () => {
      for (const key of new Set(missing.map(writtenTerm))) {
        const question = fetchQuery<useSearchQuery>(environment, searchQuery, { name, text: key }).subscribe({
          next: ({ series }) => {
            if (!series) return;
            answeredAt.current.set(key, age);
            setFound((old) => withAnswer(old, key, new Set(series.search.ids)));
            setUnread(series.search.unread);
            setFailed(null);
          },
          error: (error: Error) => setFailed({ text, sentence: error.message }),
        });
        questions.push(question);
      }
    };
    const timer = setTimeout(ask, typingMs);
    return () => {
      clearTimeout(timer);
      for (const question of questions) question.unsubscribe();
    };
  }, [text, age, state, environment, name]);

  const isAsking = askedTerms(text).length > 0;
  // Notes and new patches may hold the words too: asked again when changes pause.
  const seen = useRef(changed);
  useEffect(() => {
    if (!isAsking || changed === seen.current) return;
    const timer = setTimeout(() => {
      seen.current = changed;
      setAge((old) => old + 1);
    }, changedMs);
    return () => clearTimeout(timer);
  }, [isAsking, changed]);
  useEffect(() => {
    if (!isAsking || unread === 0) return;
    const timer = setTimeout(() => setAge(age + 1), unreadMs);
    return () => clearTimeout(timer);
  }, [isAsking, unread, age]);

  const isFailed = failed?.text === text || state === "lost";
  const isReady = isFailed || query.terms.every((term) => !isServersAlone(term) || found.has(writtenTerm(term)));
  const [shown, setShown] = useState(text);
  if (isReady && shown !== text) setShown(text); // while rendering: no frame shows the old one again
  const offline = isAsking && isFailed ? "The server does not answer: only what the rows show is searched." : null;
  const behind = isAsking && unread > 0 ? `${count(unread)} commits are not in the search index yet.` : null;
  const isPending = !isFailed && askedTerms(text).some((term) => !found.has(writtenTerm(term)));
  return { text: isReady ? text : shown, found, isPending, trouble: query.trouble, gap: offline ?? behind };
}

/** The same object when nothing is new: what is asked again after a change has mostly the same answer. */
function withAnswer(old: Found, key: string, ids: ReadonlySet<string>): Found {
  const before = old.get(key);
  if (before?.size === ids.size && [...ids].every((id) => before.has(id))) return old;
  const kept = [...old].filter(([other]) => other !== key).slice(1 - mostAnswers);
  return new Map([...kept, [key, ids]]);
}
