/**
 * @generated SignedSource<<3f12eb53528bd931b5cd4604df9c5c07>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type TagSource = "TARGET" | "UPSTREAM" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
export type WaitKind = "AUTHOR" | "DATE" | "DAYS" | "OPEN" | "TAG" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type History_patch$data = {
  readonly history: ReadonlyArray<{
    readonly at: string;
    readonly condition: {
      readonly day: string | null | undefined;
      readonly days: number | null | undefined;
      readonly kind: WaitKind;
      readonly of: TagSource | null | undefined;
      readonly pattern: string | null | undefined;
    } | null | undefined;
    readonly isDecision: boolean;
    readonly seq: number;
    readonly target: {
      readonly id: string;
    } | null | undefined;
    readonly text: string;
    readonly verdict: Verdict | null | undefined;
    readonly who: string;
  }>;
  readonly " $fragmentType": "History_patch";
};
export type History_patch$key = {
  readonly " $data"?: History_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"History_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "History_patch",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Event",
      "kind": "LinkedField",
      "name": "history",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "seq",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "at",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "who",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "text",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "isDecision",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "verdict",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "WaitCondition",
          "kind": "LinkedField",
          "name": "condition",
          "plural": false,
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
            }
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Target",
          "kind": "LinkedField",
          "name": "target",
          "plural": false,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "id",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "fa8b0482402ff0f0dcc623b4341f0f6f";

export default node;
