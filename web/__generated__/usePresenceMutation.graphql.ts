/**
 * @generated SignedSource<<8cca4c13ad6d512ee631c123b2a4e1e8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type MoveToInput = {
  clientMutationId?: string | null | undefined;
  page: string;
  patch?: string | null | undefined;
  series: string;
};
export type usePresenceMutation$variables = {
  input: MoveToInput;
};
export type usePresenceMutation$data = {
  readonly moveTo: {
    readonly clientMutationId: string | null | undefined;
  };
};
export type usePresenceMutation = {
  response: usePresenceMutation$data;
  variables: usePresenceMutation$variables;
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
    "concreteType": "MoveToPayload",
    "kind": "LinkedField",
    "name": "moveTo",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "clientMutationId",
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
    "name": "usePresenceMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "usePresenceMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "78c5008633281796ab9f2986cf79da9f",
    "id": null,
    "metadata": {},
    "name": "usePresenceMutation",
    "operationKind": "mutation",
    "text": "mutation usePresenceMutation(\n  $input: MoveToInput!\n) {\n  moveTo(input: $input) {\n    clientMutationId\n  }\n}\n"
  }
};
})();

(node as any).hash = "5b323c63dbb1494253f1ec3bdab7cf3e";

export default node;
