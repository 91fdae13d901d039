/**
 * @generated SignedSource<<54c338a7be9948441ab6d59afb0d8b25>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type SyncNotice_series$data = {
  readonly sync: {
    readonly isRunning: boolean;
    readonly progress: string | null | undefined;
    readonly trouble: string | null | undefined;
  };
  readonly " $fragmentType": "SyncNotice_series";
};
export type SyncNotice_series$key = {
  readonly " $data"?: SyncNotice_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"SyncNotice_series">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "SyncNotice_series",
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
          "name": "progress",
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

(node as any).hash = "e68b1bf75893e64d089f18aa1dc8dc1a";

export default node;
