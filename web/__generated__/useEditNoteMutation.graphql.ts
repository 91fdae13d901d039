/**
 * @generated SignedSource<<31865f7dd760d01a42f847446d9ddd05>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type EditNoteInput = {
  clientMutationId: string;
  expected: number;
  note: string;
  text: string;
};
export type useEditNoteMutation$variables = {
  input: EditNoteInput;
};
export type useEditNoteMutation$data = {
  readonly editNote: {
    readonly conflict: {
      readonly editedBy: string | null | undefined;
      readonly id: string;
      readonly revision: number;
      readonly text: string;
      readonly who: string;
    } | null | undefined;
    readonly patch: {
      readonly " $fragmentSpreads": FragmentRefs<"History_patch" | "Notes_patch">;
    };
  };
};
export type useEditNoteMutation = {
  response: useEditNoteMutation$data;
  variables: useEditNoteMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "text",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "revision",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "who",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "editedBy",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "concreteType": "Note",
  "kind": "LinkedField",
  "name": "conflict",
  "plural": false,
  "selections": [
    (v2/*:: as any*/),
    (v3/*:: as any*/),
    (v4/*:: as any*/),
    (v5/*:: as any*/),
    (v6/*:: as any*/)
  ],
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "at",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useEditNoteMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "EditNotePayload",
        "kind": "LinkedField",
        "name": "editNote",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Patch",
            "kind": "LinkedField",
            "name": "patch",
            "plural": false,
            "selections": [
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
            "storageKey": null
          },
          (v7/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useEditNoteMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "EditNotePayload",
        "kind": "LinkedField",
        "name": "editNote",
        "plural": false,
        "selections": [
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
                "concreteType": "Note",
                "kind": "LinkedField",
                "name": "notes",
                "plural": true,
                "selections": [
                  (v2/*:: as any*/),
                  (v5/*:: as any*/),
                  (v8/*:: as any*/),
                  (v3/*:: as any*/),
                  (v4/*:: as any*/),
                  (v6/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "editedAt",
                    "storageKey": null
                  }
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Event",
                "kind": "LinkedField",
                "name": "history",
                "plural": true,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "seq",
                    "storageKey": null
                  },
                  (v8/*:: as any*/),
                  (v5/*:: as any*/),
                  (v3/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "isDecision",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "verdict",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Target",
                    "kind": "LinkedField",
                    "name": "target",
                    "plural": false,
                    "selections": [
                      (v2/*:: as any*/)
                    ],
                    "storageKey": null
                  }
                ],
                "storageKey": null
              },
              (v2/*:: as any*/)
            ],
            "storageKey": null
          },
          (v7/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "9e2cafd4aaaad9ee1fa13c80b593c967",
    "id": null,
    "metadata": {},
    "name": "useEditNoteMutation",
    "operationKind": "mutation",
    "text": "mutation useEditNoteMutation(\n  $input: EditNoteInput!\n) {\n  editNote(input: $input) {\n    patch {\n      ...Notes_patch\n      ...History_patch\n      id\n    }\n    conflict {\n      id\n      text\n      revision\n      who\n      editedBy\n    }\n  }\n}\n\nfragment History_patch on Patch {\n  history {\n    seq\n    at\n    who\n    text\n    isDecision\n    verdict\n    target {\n      id\n    }\n  }\n}\n\nfragment NoteItem_note on Note {\n  id\n  who\n  at\n  text\n  revision\n  editedBy\n  editedAt\n}\n\nfragment Notes_patch on Patch {\n  notes {\n    id\n    ...NoteItem_note\n  }\n}\n"
  }
};
})();

(node as any).hash = "b7504df50e4f8485413699a142fd4b0f";

export default node;
