/**
 * @generated SignedSource<<ad1097bb46965f87888d6df8f90cfb34>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ExportDrawer_series$data = {
  readonly id: string;
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
      "name": "seq",
      "storageKey": null
    }
  ],
  "type": "Series",
  "abstractKey": null
};

(node as any).hash = "8e3e4e2f84ae282c5eec2fdce8e5efe1";

export default node;
