/**
 * @generated SignedSource<<365364f4118af3119185a7fac3984c5b>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type PaletteDialog_query$data = {
  readonly allSeries: ReadonlyArray<{
    readonly name: string;
  }>;
  readonly " $fragmentType": "PaletteDialog_query";
};
export type PaletteDialog_query$key = {
  readonly " $data"?: PaletteDialog_query$data;
  readonly " $fragmentSpreads": FragmentRefs<"PaletteDialog_query">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "PaletteDialog_query",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Series",
      "kind": "LinkedField",
      "name": "allSeries",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Query",
  "abstractKey": null
};

(node as any).hash = "1bb81cce84140c3056b3dee89512174b";

export default node;
