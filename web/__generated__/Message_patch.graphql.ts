/**
 * @generated SignedSource<<bf1a95584bb64acaae8a373514bd9f76>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Message_patch$data = {
  readonly classifications: ReadonlyArray<{
    readonly quote: {
      readonly end: number;
      readonly start: number;
    } | null | undefined;
  }>;
  readonly commit: {
    readonly isMessageCut: boolean;
    readonly message: string;
  };
  readonly " $fragmentType": "Message_patch";
};
export type Message_patch$key = {
  readonly " $data"?: Message_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"Message_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Message_patch",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Commit",
      "kind": "LinkedField",
      "name": "commit",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "message",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "isMessageCut",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Classification",
      "kind": "LinkedField",
      "name": "classifications",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "Quote",
          "kind": "LinkedField",
          "name": "quote",
          "plural": false,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "start",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "end",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "a43428f4a6413d04d0313251edf4e2ef";

export default node;
