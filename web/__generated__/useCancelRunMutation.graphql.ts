/**
 * @generated SignedSource<<b46a2baf91e5808a50d8eef215301d2a>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type CancelRunInput = {
  clientMutationId?: string | null | undefined;
  series: string;
};
export type useCancelRunMutation$variables = {
  input: CancelRunInput;
};
export type useCancelRunMutation$data = {
  readonly cancelRun: {
    readonly series: {
      readonly id: string;
    };
  };
};
export type useCancelRunMutation = {
  response: useCancelRunMutation$data;
  variables: useCancelRunMutation$variables;
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
    "concreteType": "CancelRunPayload",
    "kind": "LinkedField",
    "name": "cancelRun",
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
    "name": "useCancelRunMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useCancelRunMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "29164c939ab6204680f4a847448b6a67",
    "id": null,
    "metadata": {},
    "name": "useCancelRunMutation",
    "operationKind": "mutation",
    "text": "mutation useCancelRunMutation(\n  $input: CancelRunInput!\n) {\n  cancelRun(input: $input) {\n    series {\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "7a99d1067c415cb05e2fa865e8eda4f8";

export default node;
