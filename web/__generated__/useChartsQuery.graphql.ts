/**
 * @generated SignedSource<<1a47eea2372e1686ac443b3243da9cd7>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Period = "DAY" | "WEEK" | "%future added value";
export type useChartsQuery$variables = {
  by: Period;
  series: string;
};
export type useChartsQuery$data = {
  readonly node: {
    readonly targets?: ReadonlyArray<{
      readonly id: string;
      readonly timeline: ReadonlyArray<{
        readonly from: string;
      }>;
      readonly " $fragmentSpreads": FragmentRefs<"Chart_target">;
    }>;
  } | null | undefined;
};
export type useChartsQuery = {
  response: useChartsQuery$data;
  variables: useChartsQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "by"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "series"
},
v2 = [
  {
    "kind": "Variable",
    "name": "id",
    "variableName": "series"
  }
],
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v4 = [
  {
    "kind": "Variable",
    "name": "by",
    "variableName": "by"
  }
],
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "from",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "useChartsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Target",
                "kind": "LinkedField",
                "name": "targets",
                "plural": true,
                "selections": [
                  (v3/*:: as any*/),
                  {
                    "alias": null,
                    "args": (v4/*:: as any*/),
                    "concreteType": "TimelinePoint",
                    "kind": "LinkedField",
                    "name": "timeline",
                    "plural": true,
                    "selections": [
                      (v5/*:: as any*/)
                    ],
                    "storageKey": null
                  },
                  {
                    "args": (v4/*:: as any*/),
                    "kind": "FragmentSpread",
                    "name": "Chart_target"
                  }
                ],
                "storageKey": null
              }
            ],
            "type": "Series",
            "abstractKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "useChartsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Target",
                "kind": "LinkedField",
                "name": "targets",
                "plural": true,
                "selections": [
                  (v3/*:: as any*/),
                  {
                    "alias": null,
                    "args": (v4/*:: as any*/),
                    "concreteType": "TimelinePoint",
                    "kind": "LinkedField",
                    "name": "timeline",
                    "plural": true,
                    "selections": [
                      (v5/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "decided",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "waiting",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "picked",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  }
                ],
                "storageKey": null
              }
            ],
            "type": "Series",
            "abstractKey": null
          },
          (v3/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "584735aea060fad5ab269fca4a6590cb",
    "id": null,
    "metadata": {},
    "name": "useChartsQuery",
    "operationKind": "query",
    "text": "query useChartsQuery(\n  $series: ID!\n  $by: Period!\n) {\n  node(id: $series) {\n    __typename\n    ... on Series {\n      targets {\n        id\n        timeline(by: $by) {\n          from\n        }\n        ...Chart_target_3NLDnR\n      }\n    }\n    id\n  }\n}\n\nfragment Chart_target_3NLDnR on Target {\n  timeline(by: $by) {\n    from\n    decided\n    waiting\n    picked\n  }\n}\n"
  }
};
})();

(node as any).hash = "cd37a32324bbfa9d2f74c6a72b33fb03";

export default node;
