/**
 * @generated SignedSource<<d14b485c3c90ab224f8256ec8aa04541>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Evidence = "AUTHOR_AND_SUBJECT" | "CLAIMED" | "PATCH_ID" | "TRAILER" | "%future added value";
export type Strength = "MAY" | "MUST" | "SHOULD" | "%future added value";
export type TagSource = "TARGET" | "UPSTREAM" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
export type WaitKind = "AUTHOR" | "DATE" | "DAYS" | "OPEN" | "TAG" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type BoardRows_page$data = {
  readonly edges: ReadonlyArray<{
    readonly node: {
      readonly agreed: ReadonlyArray<ReadonlyArray<string>> | null | undefined;
      readonly area: string | null | undefined;
      readonly asked: string | null | undefined;
      readonly author: string;
      readonly authoredAt: string;
      readonly deciders: ReadonlyArray<string | null | undefined>;
      readonly engine: Engine | null | undefined;
      readonly evidence: ReadonlyArray<Evidence | null | undefined>;
      readonly id: string;
      readonly isDisputed: boolean;
      readonly isInstructed: boolean;
      readonly isMerge: boolean;
      readonly isSuspicious: boolean;
      readonly isVanished: boolean;
      readonly margin: number | null | undefined;
      readonly noteCount: number;
      readonly number: number;
      readonly quote: string | null | undefined;
      readonly reason: string;
      readonly revisions: ReadonlyArray<number>;
      readonly rule: string | null | undefined;
      readonly sha: string;
      readonly strength: Strength | null | undefined;
      readonly subject: string;
      readonly tag: string | null | undefined;
      readonly verdicts: ReadonlyArray<Verdict>;
      readonly waits: ReadonlyArray<{
        readonly at: string | null | undefined;
        readonly day: string | null | undefined;
        readonly days: number | null | undefined;
        readonly isAuthors: boolean;
        readonly isDue: boolean;
        readonly isRipe: boolean;
        readonly kind: WaitKind;
        readonly of: TagSource | null | undefined;
        readonly pattern: string | null | undefined;
        readonly tag: string | null | undefined;
        readonly words: string;
      } | null | undefined>;
    };
  }>;
  readonly pageInfo: {
    readonly endCursor: string | null | undefined;
    readonly hasNextPage: boolean;
  };
  readonly " $fragmentType": "BoardRows_page";
};
export type BoardRows_page$key = {
  readonly " $data"?: BoardRows_page$data;
  readonly " $fragmentSpreads": FragmentRefs<"BoardRows_page">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "tag",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "BoardRows_page",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "PatchEdge",
      "kind": "LinkedField",
      "name": "edges",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "Patch",
          "kind": "LinkedField",
          "name": "node",
          "plural": false,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "id",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "number",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "sha",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "subject",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "author",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "authoredAt",
              "storageKey": null
            },
            (v0/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "area",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "verdicts",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "deciders",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "revisions",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "agreed",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "evidence",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "engine",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isInstructed",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "strength",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "reason",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "quote",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "rule",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "margin",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "noteCount",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "asked",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "concreteType": "Wait",
              "kind": "LinkedField",
              "name": "waits",
              "plural": true,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "kind",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "day",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "days",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "of",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "pattern",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "isAuthors",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "words",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "isRipe",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "isDue",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "at",
                  "storageKey": null
                },
                (v0/*:: as any*/)
              ],
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isDisputed",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isSuspicious",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isMerge",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isVanished",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "PageInfo",
      "kind": "LinkedField",
      "name": "pageInfo",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "hasNextPage",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "endCursor",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "PatchConnection",
  "abstractKey": null
};
})();

(node as any).hash = "5bf88bec687e44e5c8e70433ef3d31ce";

export default node;
