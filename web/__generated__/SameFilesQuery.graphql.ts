/**
 * @generated SignedSource<<060e23373b35d93309796427711648ab>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type SameFilesQuery$variables = {
  id: string;
};
export type SameFilesQuery$data = {
  readonly node: {
    readonly sameFiles?: {
      readonly isCut: boolean;
      readonly patches: ReadonlyArray<{
        readonly authoredAt: string;
        readonly id: string;
        readonly number: number;
        readonly sha: string;
        readonly subject: string;
      }>;
    } | null | undefined;
  } | null | undefined;
};
export type SameFilesQuery = {
  response: SameFilesQuery$data;
  variables: SameFilesQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "id"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "id",
    "variableName": "id"
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
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "SameFiles",
      "kind": "LinkedField",
      "name": "sameFiles",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "isCut",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Patch",
          "kind": "LinkedField",
          "name": "patches",
          "plural": true,
          "selections": [
            (v2/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "number",
              "storageKey": null
            },
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
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "authoredAt",
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
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "SameFilesQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          (v3/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "SameFilesQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          (v3/*:: as any*/),
          (v2/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "fe94899e1f50ed60d1ea066b9740bc8d",
    "id": null,
    "metadata": {},
    "name": "SameFilesQuery",
    "operationKind": "query",
    "text": "query SameFilesQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ... on Patch {\n      sameFiles {\n        isCut\n        patches {\n          id\n          number\n          sha\n          subject\n          authoredAt\n        }\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "a679013cbbd8343ea62e22165d93c425";

export default node;
