/**
 * @generated SignedSource<<ede2a5384e50886593340b2ef5b94e13>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Scores_scores$data = {
  readonly margin: number;
  readonly no: number;
  readonly uncertain: number;
  readonly wait: number;
  readonly yes: number;
  readonly " $fragmentType": "Scores_scores";
};
export type Scores_scores$key = {
  readonly " $data"?: Scores_scores$data;
  readonly " $fragmentSpreads": FragmentRefs<"Scores_scores">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Scores_scores",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "no",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "uncertain",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "wait",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "yes",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "margin",
      "storageKey": null
    }
  ],
  "type": "Scores",
  "abstractKey": null
};

(node as any).hash = "1dafb626e242a284fc40c8b895a92f6b";

export default node;
