/**
 * @generated SignedSource<<ae1e3354084c5111372c181bf6159401>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Views_series$data = {
  readonly id: string;
  readonly name: string;
  readonly views: ReadonlyArray<{
    readonly id: string;
    readonly search: string;
    readonly " $fragmentSpreads": FragmentRefs<"ViewItem_view">;
  }>;
  readonly " $fragmentType": "Views_series";
};
export type Views_series$key = {
  readonly " $data"?: Views_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"Views_series">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Views_series",
  "selections": [
    (v0/*:: as any*/),
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
      "concreteType": "SavedView",
      "kind": "LinkedField",
      "name": "views",
      "plural": true,
      "selections": [
        (v0/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "search",
          "storageKey": null
        },
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "ViewItem_view"
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Series",
  "abstractKey": null
};
})();

(node as any).hash = "5453b02d8cc6401de5adf01b93c6e542";

export default node;
