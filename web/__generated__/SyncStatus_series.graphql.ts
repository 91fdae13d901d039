/**
 * @generated SignedSource<<42f7e453f00af6022c78044e4c90cb83>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type SyncStatus_series$data = {
  readonly id: string;
  readonly sync: {
    readonly at: string | null | undefined;
    readonly isRunning: boolean;
    readonly trouble: string | null | undefined;
  };
  readonly " $fragmentType": "SyncStatus_series";
};
export type SyncStatus_series$key = {
  readonly " $data"?: SyncStatus_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"SyncStatus_series">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SyncStatus_series",
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
          "name": "at",
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

(node as any).hash = "9144553bc3100ed2c9947a3bc37c660e";

export default node;
