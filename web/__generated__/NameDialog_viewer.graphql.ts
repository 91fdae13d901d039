/**
 * @generated SignedSource<<e4535fa4df4865fbc9a887fec6976cd0>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type NameDialog_viewer$data = {
  readonly name: string | null | undefined;
  readonly suggestedName: string | null | undefined;
  readonly " $fragmentType": "NameDialog_viewer";
};
export type NameDialog_viewer$key = {
  readonly " $data"?: NameDialog_viewer$data;
  readonly " $fragmentSpreads": FragmentRefs<"NameDialog_viewer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "NameDialog_viewer",
  "selections": [
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
      "name": "suggestedName",
      "storageKey": null
    }
  ],
  "type": "Viewer",
  "abstractKey": null
};

(node as any).hash = "84c0577b973f517d226eb5c1e20f0ea9";

export default node;
