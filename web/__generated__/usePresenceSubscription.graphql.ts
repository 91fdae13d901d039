/**
 * @generated SignedSource<<bec0a6aa1a5fa78a31d92de6113a56c7>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type usePresenceSubscription$variables = {
  page: string;
  series: string;
};
export type usePresenceSubscription$data = {
  readonly presence: {
    readonly more: number;
    readonly people: ReadonlyArray<{
      readonly page: string;
      readonly patch: string | null | undefined;
      readonly who: string | null | undefined;
    }>;
  };
};
export type usePresenceSubscription = {
  response: usePresenceSubscription$data;
  variables: usePresenceSubscription$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "page"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "series"
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "page",
        "variableName": "page"
      },
      {
        "kind": "Variable",
        "name": "series",
        "variableName": "series"
      }
    ],
    "concreteType": "Presence",
    "kind": "LinkedField",
    "name": "presence",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Present",
        "kind": "LinkedField",
        "name": "people",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "page",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "who",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "patch",
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "more",
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "usePresenceSubscription",
    "selections": (v2/*:: as any*/),
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "usePresenceSubscription",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "2f99771ac20155452959a97d0a578eed",
    "id": null,
    "metadata": {},
    "name": "usePresenceSubscription",
    "operationKind": "subscription",
    "text": "subscription usePresenceSubscription(\n  $series: ID!\n  $page: ID!\n) {\n  presence(series: $series, page: $page) {\n    people {\n      page\n      who\n      patch\n    }\n    more\n  }\n}\n"
  }
};
})();

(node as any).hash = "d8d9d6f5ac803555ffc0e1dd56960564";

export default node;
