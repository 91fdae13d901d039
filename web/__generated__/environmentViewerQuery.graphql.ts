/**
 * @generated SignedSource<<f1e95bbdde609fff4756ac9cba0e6995>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type environmentViewerQuery$variables = Record<PropertyKey, never>;
export type environmentViewerQuery$data = {
  readonly viewer: {
    readonly name: string | null | undefined;
  };
};
export type environmentViewerQuery = {
  response: environmentViewerQuery$data;
  variables: environmentViewerQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
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
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "environmentViewerQuery",
    "selections": (v0/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "environmentViewerQuery",
    "selections": (v0/*:: as any*/)
  },
  "params": {
    "cacheID": "e85205defe2c3e100a8b88aee3bc1f76",
    "id": null,
    "metadata": {},
    "name": "environmentViewerQuery",
    "operationKind": "query",
    "text": "query environmentViewerQuery {\n  viewer {\n    name\n  }\n}\n"
  }
};
})();

(node as any).hash = "69056aca449f41e85301a1cbafaa4cdd";

export default node;
