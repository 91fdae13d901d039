/**
 * @generated SignedSource<<b219556af077d61bcb5a059b70bb48e3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type PatchDetail_patch$data = {
  readonly " $fragmentSpreads": FragmentRefs<"Answers_patch" | "BranchTable_patch" | "Facts_patch" | "Files_patch" | "History_patch" | "Message_patch" | "Notes_patch">;
  readonly " $fragmentType": "PatchDetail_patch";
};
export type PatchDetail_patch$key = {
  readonly " $data"?: PatchDetail_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"PatchDetail_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "PatchDetail_patch",
  "selections": [
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Message_patch"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Facts_patch"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Files_patch"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "BranchTable_patch"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Answers_patch"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Notes_patch"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "History_patch"
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "d0becd51d7acc626340894e908d65a46";

export default node;
