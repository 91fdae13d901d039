/**
 * @generated SignedSource<<6ee133e9b6f8f846e5b84c52754172ad>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Evidence = "AUTHOR_AND_SUBJECT" | "CLAIMED" | "PATCH_ID" | "TRAILER" | "%future added value";
export type Strength = "MAY" | "MUST" | "SHOULD" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
export type BoardRowsQuery$variables = {
  after?: string | null | undefined;
  first: number;
  from?: number | null | undefined;
  name: string;
};
export type BoardRowsQuery$data = {
  readonly series: {
    readonly patches: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly area: string | null | undefined;
          readonly author: string;
          readonly authoredAt: string;
          readonly deciders: ReadonlyArray<string | null | undefined>;
          readonly engine: Engine | null | undefined;
          readonly evidence: ReadonlyArray<Evidence | null | undefined>;
          readonly id: string;
          readonly isDisputed: boolean;
          readonly isInstructed: boolean;
          readonly isSuspicious: boolean;
          readonly isVanished: boolean;
          readonly noteCount: number;
          readonly number: number;
          readonly quote: string | null | undefined;
          readonly reason: string;
          readonly revisions: ReadonlyArray<number>;
          readonly rule: string | null | undefined;
          readonly sha: string;
          readonly strength: Strength | null | undefined;
          readonly subject: string;
          readonly tag: string | null | undefined;
          readonly verdicts: ReadonlyArray<Verdict>;
        };
      }>;
      readonly pageInfo: {
        readonly endCursor: string | null | undefined;
        readonly hasNextPage: boolean;
      };
    };
  } | null | undefined;
};
export type BoardRowsQuery = {
  response: BoardRowsQuery$data;
  variables: BoardRowsQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "after"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "first"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "from"
},
v3 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "name"
},
v4 = [
  {
    "kind": "Variable",
    "name": "name",
    "variableName": "name"
  }
],
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": [
    {
      "kind": "Variable",
      "name": "after",
      "variableName": "after"
    },
    {
      "kind": "Variable",
      "name": "first",
      "variableName": "first"
    },
    {
      "kind": "Variable",
      "name": "from",
      "variableName": "from"
    }
  ],
  "concreteType": "PatchConnection",
  "kind": "LinkedField",
  "name": "patches",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "PatchEdge",
      "kind": "LinkedField",
      "name": "edges",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "Patch",
          "kind": "LinkedField",
          "name": "node",
          "plural": false,
          "selections": [
            (v5/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "number",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "sha",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "subject",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "author",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "authoredAt",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "tag",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "area",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "verdicts",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "deciders",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "revisions",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "evidence",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "engine",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isInstructed",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "strength",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "reason",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "quote",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "rule",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "noteCount",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isDisputed",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isSuspicious",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "isVanished",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "PageInfo",
      "kind": "LinkedField",
      "name": "pageInfo",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "hasNextPage",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "endCursor",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v3/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "BoardRowsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v4/*:: as any*/),
        "concreteType": "Series",
        "kind": "LinkedField",
        "name": "series",
        "plural": false,
        "selections": [
          (v6/*:: as any*/)
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
      (v3/*:: as any*/),
      (v1/*:: as any*/),
      (v0/*:: as any*/),
      (v2/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "BoardRowsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v4/*:: as any*/),
        "concreteType": "Series",
        "kind": "LinkedField",
        "name": "series",
        "plural": false,
        "selections": [
          (v6/*:: as any*/),
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "bd1cf307d57f6f70e3c69c52fda56ee3",
    "id": null,
    "metadata": {},
    "name": "BoardRowsQuery",
    "operationKind": "query",
    "text": "query BoardRowsQuery(\n  $name: String!\n  $first: Int!\n  $after: String\n  $from: Int\n) {\n  series(name: $name) {\n    patches(first: $first, after: $after, from: $from) {\n      edges {\n        node {\n          id\n          number\n          sha\n          subject\n          author\n          authoredAt\n          tag\n          area\n          verdicts\n          deciders\n          revisions\n          evidence\n          engine\n          isInstructed\n          strength\n          reason\n          quote\n          rule\n          noteCount\n          isDisputed\n          isSuspicious\n          isVanished\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "d29bfd13e8ca6f77d4b823c678286034";

export default node;
