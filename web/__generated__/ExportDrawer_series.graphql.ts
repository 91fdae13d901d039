/**
 * @generated SignedSource<<83a31fb2a8dce3a95ddac57ec50ba4f6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ExportDrawer_series$data = {
  readonly name: string;
  readonly seq: number;
  readonly " $fragmentType": "ExportDrawer_series";
};
export type ExportDrawer_series$key = {
  readonly " $data"?: ExportDrawer_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"ExportDrawer_series">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "ExportDrawer_series",
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
      "name": "seq",
      "storageKey": null
    }
  ],
  "type": "Series",
  "abstractKey": null
};

(node as any).hash = "1602a9c5810f6c0383ac5419fa6321f4";

export default node;
