/**
 * @generated SignedSource<<6f85d0cdc57d35d2264d5388c28903e9>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Evidence = "AUTHOR_AND_SUBJECT" | "CLAIMED" | "PATCH_ID" | "TRAILER" | "%future added value";
export type Strength = "MAY" | "MUST" | "SHOULD" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type PatchRow_patch$data = {
  readonly agreed: ReadonlyArray<ReadonlyArray<string>> | null | undefined;
  readonly area: string | null | undefined;
  readonly author: string;
  readonly authoredAt: string;
  readonly deciders: ReadonlyArray<string | null | undefined>;
  readonly engine: Engine | null | undefined;
  readonly evidence: ReadonlyArray<Evidence | null | undefined>;
  readonly id: string;
  readonly isDisputed: boolean;
  readonly isInstructed: boolean;
  readonly isSuspicious: boolean;
  readonly isVanished: boolean;
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
  readonly " $fragmentType": "PatchRow_patch";
};
export type PatchRow_patch$key = {
  readonly " $data"?: PatchRow_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"PatchRow_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "PatchRow_patch",
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
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "tag",
      "storageKey": null
    },
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
      "name": "noteCount",
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
      "name": "isVanished",
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "5c99b34e9de98ebbe7806190dcb259d1";

export default node;
