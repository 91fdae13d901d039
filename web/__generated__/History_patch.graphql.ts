/**
 * @generated SignedSource<<c593d1ccd9d3bb8c9d2ffca171e8a45e>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type History_patch$data = {
  readonly history: ReadonlyArray<{
    readonly at: string;
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

(node as any).hash = "df1856efa68324fbe946a8cf990b4b3f";

export default node;
