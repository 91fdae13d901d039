/**
 * @generated SignedSource<<5e9b449225eff118c66507766626d290>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
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
      readonly id: string;
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
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
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
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useStartSyncMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useStartSyncMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "47ab754d5c2028ddf9c6115ac13e7e85",
    "id": null,
    "metadata": {},
    "name": "useStartSyncMutation",
    "operationKind": "mutation",
    "text": "mutation useStartSyncMutation(\n  $input: StartSyncInput!\n) {\n  startSync(input: $input) {\n    series {\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "600518e3323d800fe3c60a6bb68c6eac";

export default node;
