/**
 * @generated SignedSource<<5102cddcc1126336da71448937fbd4c2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Facts_patch$data = {
  readonly commit: {
    readonly author: string;
    readonly authorMail: string;
    readonly authoredAt: string;
    readonly committedAt: string;
    readonly committer: string;
    readonly parents: ReadonlyArray<string>;
    readonly sha: string;
  };
  readonly isSuspicious: boolean;
  readonly isVanished: boolean;
  readonly " $fragmentType": "Facts_patch";
};
export type Facts_patch$key = {
  readonly " $data"?: Facts_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"Facts_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Facts_patch",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isVanished",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isSuspicious",
      "storageKey": null
    },
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
          "name": "sha",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "parents",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "author",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "authorMail",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "authoredAt",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "committer",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "committedAt",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "e13b0bdcf6fe5afd99eb30da1f16383a";

export default node;
