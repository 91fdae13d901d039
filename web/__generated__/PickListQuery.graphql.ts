/**
 * @generated SignedSource<<5276e5aaff6b3e2ce5e3dca673e6cf5f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type PickListQuery$variables = {
  from?: number | null | undefined;
  machine: boolean;
  name: string;
  target: string;
};
export type PickListQuery$data = {
  readonly series: {
    readonly pickList: {
      readonly decidedCount: number;
      readonly from: number;
      readonly guessedCount: number;
      readonly ids: ReadonlyArray<string>;
      readonly instructedCount: number;
      readonly shell: string;
      readonly warnings: ReadonlyArray<string>;
    };
  } | null | undefined;
};
export type PickListQuery = {
  response: PickListQuery$data;
  variables: PickListQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "from"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "machine"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "name"
},
v3 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "target"
},
v4 = [
  {
    "kind": "Variable",
    "name": "name",
    "variableName": "name"
  }
],
v5 = {
  "alias": null,
  "args": [
    {
      "kind": "Variable",
      "name": "from",
      "variableName": "from"
    },
    {
      "kind": "Variable",
      "name": "machine",
      "variableName": "machine"
    },
    {
      "kind": "Variable",
      "name": "target",
      "variableName": "target"
    }
  ],
  "concreteType": "PickList",
  "kind": "LinkedField",
  "name": "pickList",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "from",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "shell",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "ids",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "decidedCount",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "instructedCount",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "guessedCount",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "warnings",
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v3/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "PickListQuery",
    "selections": [
      {
        "alias": null,
        "args": (v4/*:: as any*/),
        "concreteType": "Series",
        "kind": "LinkedField",
        "name": "series",
        "plural": false,
        "selections": [
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v2/*:: as any*/),
      (v3/*:: as any*/),
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "PickListQuery",
    "selections": [
      {
        "alias": null,
        "args": (v4/*:: as any*/),
        "concreteType": "Series",
        "kind": "LinkedField",
        "name": "series",
        "plural": false,
        "selections": [
          (v5/*:: as any*/),
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
    "cacheID": "9f046a1e08d2ff8e0f0fbce6bfb0fd80",
    "id": null,
    "metadata": {},
    "name": "PickListQuery",
    "operationKind": "query",
    "text": "query PickListQuery(\n  $name: String!\n  $target: ID!\n  $from: Int\n  $machine: Boolean!\n) {\n  series(name: $name) {\n    pickList(target: $target, from: $from, machine: $machine) {\n      from\n      shell\n      ids\n      decidedCount\n      instructedCount\n      guessedCount\n      warnings\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "5c6af9f02cea202190274e92f4a8025d";

export default node;
