/**
 * @generated SignedSource<<74411de4d77e8e5d26972afa82372493>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type SeriesPageQuery$variables = Record<PropertyKey, never>;
export type SeriesPageQuery$data = {
  readonly allSeries: ReadonlyArray<{
    readonly base: string;
    readonly id: string;
    readonly name: string;
    readonly patchCount: number;
    readonly repositoryName: string;
    readonly targets: ReadonlyArray<{
      readonly branch: string;
      readonly id: string;
    }>;
    readonly upstream: string;
  }>;
  readonly beginning: string | null | undefined;
};
export type SeriesPageQuery = {
  response: SeriesPageQuery$data;
  variables: SeriesPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v1 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "beginning",
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "concreteType": "Series",
    "kind": "LinkedField",
    "name": "allSeries",
    "plural": true,
    "selections": [
      (v0/*:: as any*/),
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
        "name": "repositoryName",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "upstream",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "base",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "patchCount",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Target",
        "kind": "LinkedField",
        "name": "targets",
        "plural": true,
        "selections": [
          (v0/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "branch",
            "storageKey": null
          }
        ],
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
    "name": "SeriesPageQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "SeriesPageQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "d394e3581598f3369c96039637bf2da7",
    "id": null,
    "metadata": {},
    "name": "SeriesPageQuery",
    "operationKind": "query",
    "text": "query SeriesPageQuery {\n  beginning\n  allSeries {\n    id\n    name\n    repositoryName\n    upstream\n    base\n    patchCount\n    targets {\n      id\n      branch\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "1254c95bdda4b2b56019c61107857a15";

export default node;
