/**
 * @generated SignedSource<<d6d05182f5602e047e6b62fd590b5a9d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type IntroduceInput = {
  clientMutationId?: string | null | undefined;
  name: string;
};
export type useIntroduceMutation$variables = {
  input: IntroduceInput;
};
export type useIntroduceMutation$data = {
  readonly introduce: {
    readonly viewer: {
      readonly " $fragmentSpreads": FragmentRefs<"Board_viewer" | "NameDialog_viewer">;
    };
  };
};
export type useIntroduceMutation = {
  response: useIntroduceMutation$data;
  variables: useIntroduceMutation$variables;
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
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useIntroduceMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "IntroducePayload",
        "kind": "LinkedField",
        "name": "introduce",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Viewer",
            "kind": "LinkedField",
            "name": "viewer",
            "plural": false,
            "selections": [
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "NameDialog_viewer"
              },
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "Board_viewer"
              }
            ],
            "storageKey": null
          }
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
    "name": "useIntroduceMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "IntroducePayload",
        "kind": "LinkedField",
        "name": "introduce",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Viewer",
            "kind": "LinkedField",
            "name": "viewer",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "name",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "suggestedName",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "6bb6037eb789eae6b83fa8b68ff7d9dc",
    "id": null,
    "metadata": {},
    "name": "useIntroduceMutation",
    "operationKind": "mutation",
    "text": "mutation useIntroduceMutation(\n  $input: IntroduceInput!\n) {\n  introduce(input: $input) {\n    viewer {\n      ...NameDialog_viewer\n      ...Board_viewer\n    }\n  }\n}\n\nfragment Board_viewer on Viewer {\n  name\n}\n\nfragment NameDialog_viewer on Viewer {\n  name\n  suggestedName\n}\n"
  }
};
})();

(node as any).hash = "50be20a3d0d67852b5ebcf6fd9a18636";

export default node;
