/**
 * @generated SignedSource<<8bd49abbd6856d0b12e0e469d492cb3c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type ExplainSubscription$variables = {
  patch: string;
};
export type ExplainSubscription$data = {
  readonly writing: {
    readonly text: string | null | undefined;
  };
};
export type ExplainSubscription = {
  response: ExplainSubscription$data;
  variables: ExplainSubscription$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "patch"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "patch",
        "variableName": "patch"
      }
    ],
    "concreteType": "Writing",
    "kind": "LinkedField",
    "name": "writing",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "text",
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
    "name": "ExplainSubscription",
    "selections": (v1/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "ExplainSubscription",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "c7f8390580d1e86d878cda9597a321d6",
    "id": null,
    "metadata": {},
    "name": "ExplainSubscription",
    "operationKind": "subscription",
    "text": "subscription ExplainSubscription(\n  $patch: ID!\n) {\n  writing(patch: $patch) {\n    text\n  }\n}\n"
  }
};
})();

(node as any).hash = "36bfcb887ade8219a0902b8b87d8d12d";

export default node;
