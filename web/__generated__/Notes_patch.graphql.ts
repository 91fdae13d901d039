/**
 * @generated SignedSource<<88ebdbb1978adb039a4e0171fa3852d0>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Notes_patch$data = {
  readonly notes: ReadonlyArray<{
    readonly id: string;
    readonly " $fragmentSpreads": FragmentRefs<"NoteItem_note">;
  }>;
  readonly " $fragmentType": "Notes_patch";
};
export type Notes_patch$key = {
  readonly " $data"?: Notes_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"Notes_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Notes_patch",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Note",
      "kind": "LinkedField",
      "name": "notes",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "id",
          "storageKey": null
        },
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "NoteItem_note"
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "9b29e2368e003184b1eb12298908ef5e";

export default node;
