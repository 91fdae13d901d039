/**
 * @generated SignedSource<<8e3df660ff2348f2224fa366dc427c97>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ViewItem_view$data = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly search: string;
  readonly who: string;
  readonly " $fragmentType": "ViewItem_view";
};
export type ViewItem_view$key = {
  readonly " $data"?: ViewItem_view$data;
  readonly " $fragmentSpreads": FragmentRefs<"ViewItem_view">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "ViewItem_view",
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
      "name": "name",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "search",
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
      "name": "revision",
      "storageKey": null
    }
  ],
  "type": "SavedView",
  "abstractKey": null
};

(node as any).hash = "4f0d632906d804408279e6531a5ccccf";

export default node;
