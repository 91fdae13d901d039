/**
 * @generated SignedSource<<201d128f9eab51fcf9c16edd416a5f5f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type NoteText_note$data = {
  readonly mentions: ReadonlyArray<{
    readonly patch: {
      readonly sha: string;
      readonly subject: string;
    };
    readonly text: string;
  }>;
  readonly text: string;
  readonly " $fragmentType": "NoteText_note";
};
export type NoteText_note$key = {
  readonly " $data"?: NoteText_note$data;
  readonly " $fragmentSpreads": FragmentRefs<"NoteText_note">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "text",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "NoteText_note",
  "selections": [
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "concreteType": "Mention",
      "kind": "LinkedField",
      "name": "mentions",
      "plural": true,
      "selections": [
        (v0/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "concreteType": "Patch",
          "kind": "LinkedField",
          "name": "patch",
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
              "name": "subject",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Note",
  "abstractKey": null
};
})();

(node as any).hash = "4ce1a0c29fc79167195fea588620b9b9";

export default node;
