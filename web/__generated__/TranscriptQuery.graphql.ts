/**
 * @generated SignedSource<<ca7383120be787e82dc5fb7c58b42438>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type TranscriptQuery$variables = {
  id: string;
};
export type TranscriptQuery$data = {
  readonly node: {
    readonly transcript?: {
      readonly output: string;
      readonly prompt: string;
      readonly readTokens: number;
      readonly writtenTokens: number;
    } | null | undefined;
  } | null | undefined;
};
export type TranscriptQuery = {
  response: TranscriptQuery$data;
  variables: TranscriptQuery$variables;
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
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Transcript",
      "kind": "LinkedField",
      "name": "transcript",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "prompt",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "output",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "readTokens",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "writtenTokens",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Classification",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "TranscriptQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          (v2/*:: as any*/)
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
    "name": "TranscriptQuery",
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
          (v2/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "9e3d72c68f7afa195fbe8ba7b9c19d64",
    "id": null,
    "metadata": {},
    "name": "TranscriptQuery",
    "operationKind": "query",
    "text": "query TranscriptQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ... on Classification {\n      transcript {\n        prompt\n        output\n        readTokens\n        writtenTokens\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "94d4d4f16d21bdfc3b9297ffd427c1be";

export default node;
