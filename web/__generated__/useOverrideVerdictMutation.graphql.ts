/**
 * @generated SignedSource<<48bae154e39ccb9446977298fff90ed8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Evidence = "AUTHOR_AND_SUBJECT" | "CLAIMED" | "PATCH_ID" | "TRAILER" | "%future added value";
export type Strength = "MAY" | "MUST" | "SHOULD" | "%future added value";
export type TagSource = "TARGET" | "UPSTREAM" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
export type WaitKind = "AUTHOR" | "DATE" | "DAYS" | "OPEN" | "TAG" | "%future added value";
export type OverrideVerdictInput = {
  action?: string | null | undefined;
  clientMutationId: string;
  condition?: WaitInput | null | undefined;
  decisions: ReadonlyArray<DecisionInput>;
  verdict?: Verdict | null | undefined;
};
export type DecisionInput = {
  after?: ReadonlyArray<string> | null | undefined;
  expected: number;
  patch: string;
  target: string;
};
export type WaitInput = {
  day?: string | null | undefined;
  days?: number | null | undefined;
  kind: WaitKind;
  of?: TagSource | null | undefined;
  pattern?: string | null | undefined;
};
export type useOverrideVerdictMutation$variables = {
  input: OverrideVerdictInput;
};
export type useOverrideVerdictMutation$data = {
  readonly overrideVerdict: {
    readonly conflicts: ReadonlyArray<{
      readonly by: string | null | undefined;
      readonly patch: {
        readonly id: string;
        readonly sha: string;
      };
      readonly target: {
        readonly branch: string;
        readonly id: string;
      };
      readonly verdict: Verdict;
    }>;
    readonly patches: ReadonlyArray<{
      readonly id: string;
      readonly waits: ReadonlyArray<{
        readonly isRipe: boolean;
      } | null | undefined>;
      readonly " $fragmentSpreads": FragmentRefs<"PatchRow_patch">;
    }>;
  };
};
export type useOverrideVerdictMutation$rawResponse = {
  readonly overrideVerdict: {
    readonly conflicts: ReadonlyArray<{
      readonly by: string | null | undefined;
      readonly patch: {
        readonly id: string;
        readonly sha: string;
      };
      readonly target: {
        readonly branch: string;
        readonly id: string;
      };
      readonly verdict: Verdict;
    }>;
    readonly patches: ReadonlyArray<{
      readonly agreed: ReadonlyArray<ReadonlyArray<string>> | null | undefined;
      readonly area: string | null | undefined;
      readonly asked: string | null | undefined;
      readonly author: string;
      readonly authoredAt: string;
      readonly deciders: ReadonlyArray<string | null | undefined>;
      readonly engine: Engine | null | undefined;
      readonly evidence: ReadonlyArray<Evidence | null | undefined>;
      readonly id: string;
      readonly isDisputed: boolean;
      readonly isInstructed: boolean;
      readonly isMerge: boolean;
      readonly isSuspicious: boolean;
      readonly isVanished: boolean;
      readonly margin: number | null | undefined;
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
      readonly waits: ReadonlyArray<{
        readonly at: string | null | undefined;
        readonly day: string | null | undefined;
        readonly days: number | null | undefined;
        readonly isAuthors: boolean;
        readonly isDue: boolean;
        readonly isRipe: boolean;
        readonly kind: WaitKind;
        readonly of: TagSource | null | undefined;
        readonly pattern: string | null | undefined;
        readonly tag: string | null | undefined;
        readonly words: string;
      } | null | undefined>;
    }>;
  };
};
export type useOverrideVerdictMutation = {
  rawResponse: useOverrideVerdictMutation$rawResponse;
  response: useOverrideVerdictMutation$data;
  variables: useOverrideVerdictMutation$variables;
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
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "isRipe",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "sha",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "concreteType": "VerdictConflict",
  "kind": "LinkedField",
  "name": "conflicts",
  "plural": true,
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Patch",
      "kind": "LinkedField",
      "name": "patch",
      "plural": false,
      "selections": [
        (v2/*:: as any*/),
        (v4/*:: as any*/)
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
        (v2/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "branch",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "verdict",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "by",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "tag",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useOverrideVerdictMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "OverrideVerdictPayload",
        "kind": "LinkedField",
        "name": "overrideVerdict",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Patch",
            "kind": "LinkedField",
            "name": "patches",
            "plural": true,
            "selections": [
              (v2/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Wait",
                "kind": "LinkedField",
                "name": "waits",
                "plural": true,
                "selections": [
                  (v3/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "PatchRow_patch"
              }
            ],
            "storageKey": null
          },
          (v5/*:: as any*/)
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
    "name": "useOverrideVerdictMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "OverrideVerdictPayload",
        "kind": "LinkedField",
        "name": "overrideVerdict",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Patch",
            "kind": "LinkedField",
            "name": "patches",
            "plural": true,
            "selections": [
              (v2/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "Wait",
                "kind": "LinkedField",
                "name": "waits",
                "plural": true,
                "selections": [
                  (v3/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "kind",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "day",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "days",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "of",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "pattern",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "isAuthors",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "words",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "isDue",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "at",
                    "storageKey": null
                  },
                  (v6/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "number",
                "storageKey": null
              },
              (v4/*:: as any*/),
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
              (v6/*:: as any*/),
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
                "name": "agreed",
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
                "name": "margin",
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
                "name": "asked",
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
                "name": "isMerge",
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
          },
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "496738495e253ed5c5249ee0558b8403",
    "id": null,
    "metadata": {},
    "name": "useOverrideVerdictMutation",
    "operationKind": "mutation",
    "text": "mutation useOverrideVerdictMutation(\n  $input: OverrideVerdictInput!\n) {\n  overrideVerdict(input: $input) {\n    patches {\n      id\n      waits {\n        isRipe\n      }\n      ...PatchRow_patch\n    }\n    conflicts {\n      patch {\n        id\n        sha\n      }\n      target {\n        id\n        branch\n      }\n      verdict\n      by\n    }\n  }\n}\n\nfragment PatchRow_patch on Patch {\n  id\n  number\n  sha\n  subject\n  author\n  authoredAt\n  tag\n  area\n  verdicts\n  deciders\n  revisions\n  agreed\n  evidence\n  engine\n  isInstructed\n  strength\n  reason\n  quote\n  rule\n  margin\n  noteCount\n  asked\n  waits {\n    kind\n    day\n    days\n    of\n    pattern\n    isAuthors\n    words\n    isRipe\n    isDue\n    at\n    tag\n  }\n  isDisputed\n  isSuspicious\n  isMerge\n  isVanished\n}\n"
  }
};
})();

(node as any).hash = "f00bb612f17d0d8743d1073c11045b7f";

export default node;
