/**
 * @generated SignedSource<<0f95fd1cb2ac2e7e1740432a6796c649>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type LookAtInput = {
  clientMutationId?: string | null | undefined;
  patches: ReadonlyArray<string>;
};
export type useLookAtMutation$variables = {
  input: LookAtInput;
};
export type useLookAtMutation$data = {
  readonly lookAt: {
    readonly clientMutationId: string | null | undefined;
  };
};
export type useLookAtMutation = {
  response: useLookAtMutation$data;
  variables: useLookAtMutation$variables;
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
    "concreteType": "LookAtPayload",
    "kind": "LinkedField",
    "name": "lookAt",
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
    "name": "useLookAtMutation",
    "selections": (v1/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useLookAtMutation",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "e0c552707db9a0e83e22a706a999b877",
    "id": null,
    "metadata": {},
    "name": "useLookAtMutation",
    "operationKind": "mutation",
    "text": "mutation useLookAtMutation(\n  $input: LookAtInput!\n) {\n  lookAt(input: $input) {\n    clientMutationId\n  }\n}\n"
  }
};
})();

(node as any).hash = "fe9a954e8b4ffb7dea351730f59234fd";

export default node;
