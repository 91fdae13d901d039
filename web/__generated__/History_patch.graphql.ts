/**
 * @generated SignedSource<<377c344179ae1868d3244e58f0f3fe81>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type History_patch$data = {
  readonly history: ReadonlyArray<{
    readonly at: string;
    readonly seq: number;
    readonly text: string;
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
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "5b123da5cfcb2ee06de69e6a9e013f72";

export default node;
