/**
 * @generated SignedSource<<0acb075f96288b8ba96ede23b2a737f5>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type BoardFoot_series$data = {
  readonly " $fragmentSpreads": FragmentRefs<"RunStatus_series" | "SyncTrouble_series">;
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
      "name": "SyncTrouble_series"
    }
  ],
  "type": "Series",
  "abstractKey": null
};

(node as any).hash = "8ce87ef8c5df50390461a92b425226bc";

export default node;
