/**
 * @generated SignedSource<<ad6dec086298c3af8d98ca59429a39c2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type SyncTrouble_series$data = {
  readonly sync: {
    readonly isRunning: boolean;
    readonly trouble: string | null | undefined;
  };
  readonly " $fragmentType": "SyncTrouble_series";
};
export type SyncTrouble_series$key = {
  readonly " $data"?: SyncTrouble_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"SyncTrouble_series">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SyncTrouble_series",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Sync",
      "kind": "LinkedField",
      "name": "sync",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "isRunning",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "trouble",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Series",
  "abstractKey": null
};

(node as any).hash = "c320f091d1df90e9deda906dc876069b";

export default node;
