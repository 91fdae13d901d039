/**
 * @generated SignedSource<<1e11f14e35d2c937650d6597bdafaf7e>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type TagSource = "TARGET" | "UPSTREAM" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
export type WaitKind = "AUTHOR" | "DATE" | "DAYS" | "OPEN" | "TAG" | "%future added value";
export type TakeInInput = {
  agreements?: ReadonlyArray<FileAgreementInput>;
  clientMutationId?: string | null | undefined;
  decisions: ReadonlyArray<FileDecisionInput>;
  epoch: string;
  notes: ReadonlyArray<FileNoteInput>;
  series: string;
};
export type FileDecisionInput = {
  condition?: WaitInput | null | undefined;
  expected: number;
  id: string;
  patch: string;
  target: string;
  verdict?: Verdict | null | undefined;
  who: string;
};
export type WaitInput = {
  day?: string | null | undefined;
  days?: number | null | undefined;
  kind: WaitKind;
  of?: TagSource | null | undefined;
  pattern?: string | null | undefined;
};
export type FileAgreementInput = {
  id: string;
  patch: string;
  target: string;
  verdict: Verdict;
  who: string;
};
export type FileNoteInput = {
  id: string;
  patch: string;
  text: string;
  who: string;
};
export type useTakeInMutation$variables = {
  input: TakeInInput;
};
export type useTakeInMutation$data = {
  readonly takeIn: {
    readonly conflicts: ReadonlyArray<{
      readonly by: string | null | undefined;
      readonly condition: {
        readonly day: string | null | undefined;
        readonly days: number | null | undefined;
        readonly kind: WaitKind;
        readonly of: TagSource | null | undefined;
        readonly pattern: string | null | undefined;
      } | null | undefined;
      readonly patch: {
        readonly id: string;
        readonly sha: string;
      };
      readonly target: {
        readonly branch: string;
        readonly id: string;
      };
      readonly verdict: Verdict;
      readonly wanted: Verdict | null | undefined;
      readonly who: string;
    }>;
    readonly known: number;
    readonly strange: ReadonlyArray<string>;
    readonly taken: number;
  };
};
export type useTakeInMutation = {
  response: useTakeInMutation$data;
  variables: useTakeInMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "TakeInPayload",
    "kind": "LinkedField",
    "name": "takeIn",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "taken",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "known",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "strange",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "TakeInConflict",
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
              (v1/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "sha",
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
              (v1/*:: as any*/),
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
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "wanted",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "WaitCondition",
            "kind": "LinkedField",
            "name": "condition",
            "plural": false,
            "selections": [
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
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "who",
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
    "name": "useTakeInMutation",
    "selections": (v2/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "useTakeInMutation",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "2142510308dc16e4e0f4d3ae86cc555d",
    "id": null,
    "metadata": {},
    "name": "useTakeInMutation",
    "operationKind": "mutation",
    "text": "mutation useTakeInMutation(\n  $input: TakeInInput!\n) {\n  takeIn(input: $input) {\n    taken\n    known\n    strange\n    conflicts {\n      patch {\n        id\n        sha\n      }\n      target {\n        id\n        branch\n      }\n      verdict\n      by\n      wanted\n      condition {\n        kind\n        day\n        days\n        of\n        pattern\n      }\n      who\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "263e352fbcb4b93b4164c26b652e6c3d";

export default node;
