/**
 * @generated SignedSource<<c9332373f617c638c133288ed7f335d4>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type ExplainInput = {
  clientMutationId?: string | null | undefined;
  patch: string;
};
export type useExplainMutation$variables = {
  input: ExplainInput;
};
export type useExplainMutation$data = {
  readonly explain: {
    readonly patch: {
      readonly id: string;
    };
  };
};
export type useExplainMutation = {
  response: useExplainMutation$data;
  variables: useExplainMutation$variables;
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
    "concreteType": "ExplainPayload",
    "kind": "LinkedField",
    "name": "explain",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Patch",
        "kind": "LinkedField",
        "name": "patch",
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
    "name": "useExplainMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useExplainMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "1891c74ad8998370530c947100681ea9",
    "id": null,
    "metadata": {},
    "name": "useExplainMutation",
    "operationKind": "mutation",
    "text": "mutation useExplainMutation(\n  $input: ExplainInput!\n) {\n  explain(input: $input) {\n    patch {\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "8caf666b59bd12796270fff75ed03328";

export default node;
