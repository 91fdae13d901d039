/**
 * @generated SignedSource<<dcf1cf4a0ae39ed9a9e8561c7102b88f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type StartSyncInput = {
  clientMutationId?: string | null | undefined;
  series: string;
};
export type useStartSyncMutation$variables = {
  input: StartSyncInput;
};
export type useStartSyncMutation$data = {
  readonly startSync: {
    readonly series: {
      readonly " $fragmentSpreads": FragmentRefs<"SyncStatus_series">;
    };
  };
};
export type useStartSyncMutation = {
  response: useStartSyncMutation$data;
  variables: useStartSyncMutation$variables;
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
    "name": "useStartSyncMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "StartSyncPayload",
        "kind": "LinkedField",
        "name": "startSync",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Series",
            "kind": "LinkedField",
            "name": "series",
            "plural": false,
            "selections": [
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "SyncStatus_series"
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
    "name": "useStartSyncMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "StartSyncPayload",
        "kind": "LinkedField",
        "name": "startSync",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Series",
            "kind": "LinkedField",
            "name": "series",
            "plural": false,
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
                "concreteType": "Sync",
                "kind": "LinkedField",
                "name": "sync",
                "plural": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "isRunning",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "progress",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "at",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "trouble",
                    "storageKey": null
                  }
                ],
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
    "cacheID": "f8d1f5f49665b004fb51852eef0c801e",
    "id": null,
    "metadata": {},
    "name": "useStartSyncMutation",
    "operationKind": "mutation",
    "text": "mutation useStartSyncMutation(\n  $input: StartSyncInput!\n) {\n  startSync(input: $input) {\n    series {\n      ...SyncStatus_series\n      id\n    }\n  }\n}\n\nfragment SyncStatus_series on Series {\n  id\n  sync {\n    isRunning\n    progress\n    at\n    trouble\n  }\n}\n"
  }
};
})();

(node as any).hash = "85779f994086554458a0a6fb712480ae";

export default node;
