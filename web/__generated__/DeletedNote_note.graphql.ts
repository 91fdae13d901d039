/**
 * @generated SignedSource<<54297364e17e26684c74207af6588ed8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type DeletedNote_note$data = {
  readonly deletedAt: string | null | undefined;
  readonly deletedBy: string | null | undefined;
  readonly id: string;
  readonly revision: number;
  readonly who: string;
  readonly " $fragmentSpreads": FragmentRefs<"NoteText_note">;
  readonly " $fragmentType": "DeletedNote_note";
};
export type DeletedNote_note$key = {
  readonly " $data"?: DeletedNote_note$data;
  readonly " $fragmentSpreads": FragmentRefs<"DeletedNote_note">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DeletedNote_note",
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
      "kind": "ScalarField",
      "name": "who",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "revision",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "deletedBy",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "deletedAt",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "NoteText_note"
    }
  ],
  "type": "Note",
  "abstractKey": null
};

(node as any).hash = "91d5eb88acbde7fecb32d52887951975";

export default node;
