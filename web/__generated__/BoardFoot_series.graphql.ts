/**
 * @generated SignedSource<<4b39deda91d7a0e8ad1d640a00f60882>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type BoardFoot_series$data = {
  readonly " $fragmentSpreads": FragmentRefs<"RunStatus_series" | "SyncNotice_series">;
  readonly " $fragmentType": "BoardFoot_series";
};
export type BoardFoot_series$key = {
  readonly " $data"?: BoardFoot_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"BoardFoot_series">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "BoardFoot_series",
  "selections": [
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "RunStatus_series"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "SyncNotice_series"
    }
  ],
  "type": "Series",
  "abstractKey": null
};

(node as any).hash = "00ca14e23c2b63c8ceb4979ae253723b";

export default node;
