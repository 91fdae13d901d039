import { useEffect, useMemo, useRef } from "react";
import { graphql, useMutation, useSubscription } from "react-relay";
import type { GraphQLSubscriptionConfig } from "relay-runtime";
import { connection } from "../../environment.ts";
import { useStable } from "../../ui/useStable.ts";
import { setPresent } from "./present.ts";
import type { usePresenceMutation } from "../../__generated__/usePresenceMutation.graphql.ts";
import type { usePresenceSubscription } from "../../__generated__/usePresenceSubscription.graphql.ts";

const subscription = graphql`
  subscription usePresenceSubscription($series: ID!, $page: ID!) {
    presence(series: $series, page: $page) {
      people {
        page
        who
        patch
      }
      more
    }
  }
`;

// Who goes through the rows with a key held down is on none of them for long enough to be told.
const restMs = 300;

const page = crypto.randomUUID();

/** Tells others that this page is here and on which patch, and hears the same of them. */
export function usePresence(series: string, me: string | null, patch: string | null): void {
  const [move] = useMutation<usePresenceMutation>(graphql`
    mutation usePresenceMutation($input: MoveToInput!) {
      moveTo(input: $input) {
        clientMutationId
      }
    }
  `);
  // Of no importance: when it is lost, the next word from the server shows it, and it is told again.
  const tell = useStable(() => move({ variables: { input: { series, page, patch } }, onError: () => {} }));
  const own = useRef({ patch, me });
  useEffect(() => {
    own.current = { patch, me };
    const timer = setTimeout(tell, restMs);
    return () => clearTimeout(timer);
  }, [tell, patch, me]);

  // Nobody knows who is there while the server is gone; it tells again when it is back.
  useEffect(() => connection.follow(() => connection.get() === "lost" && setPresent([], 0, { page, who: null })), []);

  const config = useMemo<GraphQLSubscriptionConfig<usePresenceSubscription>>(
    () => ({
      subscription,
      variables: { series, page },
      onNext: (answer) => {
        if (!answer) return;
        const { people, more } = answer.presence;
        const all = people.map((one) => ({ page: one.page, who: one.who ?? null, patch: one.patch ?? null }));
        setPresent(all, more, { page, who: own.current.me });
        const known = all.find((one) => one.page === page);
        if (known && (known.patch !== own.current.patch || known.who !== own.current.me)) tell();
      },
      onError: () => setPresent([], 0, { page, who: null }),
    }),
    [series, tell],
  );
  useSubscription(config);
}
