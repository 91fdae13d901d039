/**
 * @generated SignedSource<<8358caf6e9fc22af29491da683919639>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type StartRunInput = {
  clientMutationId?: string | null | undefined;
  series: string;
};
export type useStartRunMutation$variables = {
  input: StartRunInput;
};
export type useStartRunMutation$data = {
  readonly startRun: {
    readonly series: {
      readonly id: string;
    };
  };
};
export type useStartRunMutation = {
  response: useStartRunMutation$data;
  variables: useStartRunMutation$variables;
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
    "concreteType": "StartRunPayload",
    "kind": "LinkedField",
    "name": "startRun",
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
    "name": "useStartRunMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useStartRunMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "c879cfd371833b9733c4aa4d25621c76",
    "id": null,
    "metadata": {},
    "name": "useStartRunMutation",
    "operationKind": "mutation",
    "text": "mutation useStartRunMutation(\n  $input: StartRunInput!\n) {\n  startRun(input: $input) {\n    series {\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "1174e1c4d21b685463dd0fe028f1f1be";

export default node;
