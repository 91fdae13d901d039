/**
 * @generated SignedSource<<f67eb0eac9b6fbb6e77b55f6c2b18d1e>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Files_patch$data = {
  readonly commit: {
    readonly files: ReadonlyArray<{
      readonly deletions: number | null | undefined;
      readonly insertions: number | null | undefined;
      readonly path: string;
      readonly status: string;
    }> | null | undefined;
  };
  readonly " $fragmentType": "Files_patch";
};
export type Files_patch$key = {
  readonly " $data"?: Files_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"Files_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Files_patch",
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
          "concreteType": "FileChange",
          "kind": "LinkedField",
          "name": "files",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "path",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "status",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "insertions",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "deletions",
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

(node as any).hash = "c9fa2cbc19f5194d0773bc570fb1ac44";

export default node;
