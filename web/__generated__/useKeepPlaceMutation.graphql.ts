/**
 * @generated SignedSource<<42fb0473ddb03caa4255025cc2be7cb6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type KeepPlaceInput = {
  clientMutationId?: string | null | undefined;
  patch: string;
  target: string;
};
export type useKeepPlaceMutation$variables = {
  input: KeepPlaceInput;
};
export type useKeepPlaceMutation$data = {
  readonly keepPlace: {
    readonly series: {
      readonly " $fragmentSpreads": FragmentRefs<"Resume_series">;
    };
  };
};
export type useKeepPlaceMutation = {
  response: useKeepPlaceMutation$data;
  variables: useKeepPlaceMutation$variables;
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
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useKeepPlaceMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "KeepPlacePayload",
        "kind": "LinkedField",
        "name": "keepPlace",
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
                "name": "Resume_series"
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
    "name": "useKeepPlaceMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "KeepPlacePayload",
        "kind": "LinkedField",
        "name": "keepPlace",
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
                "concreteType": "Place",
                "kind": "LinkedField",
                "name": "places",
                "plural": true,
                "selections": [
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
                    "name": "at",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Patch",
                    "kind": "LinkedField",
                    "name": "patch",
                    "plural": false,
                    "selections": [
                      (v2/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "number",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Target",
                    "kind": "LinkedField",
                    "name": "target",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "branch",
                        "storageKey": null
                      },
                      (v2/*:: as any*/)
                    ],
                    "storageKey": null
                  }
                ],
                "storageKey": null
              },
              (v2/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "43c9758f8615dd5aeb471cfd1e2783a2",
    "id": null,
    "metadata": {},
    "name": "useKeepPlaceMutation",
    "operationKind": "mutation",
    "text": "mutation useKeepPlaceMutation(\n  $input: KeepPlaceInput!\n) {\n  keepPlace(input: $input) {\n    series {\n      ...Resume_series\n      id\n    }\n  }\n}\n\nfragment Resume_series on Series {\n  places {\n    who\n    at\n    patch {\n      id\n      number\n    }\n    target {\n      branch\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "0915a291e439ff54c7dfaa3f5e8dc98c";

export default node;
