/**
 * @generated SignedSource<<4ede0eb2ddb9a36171aa39b6e22c545c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Strength = "MAY" | "MUST" | "SHOULD" | "%future added value";
export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type Answers_patch$data = {
  readonly classifications: ReadonlyArray<{
    readonly conditions: ReadonlyArray<{
      readonly kind: string;
      readonly text: string;
    }>;
    readonly engine: Engine;
    readonly id: string;
    readonly isExplicit: boolean;
    readonly links: ReadonlyArray<{
      readonly kind: string;
      readonly patch: {
        readonly number: number;
        readonly sha: string;
        readonly subject: string;
      } | null | undefined;
      readonly text: string;
    }>;
    readonly marks: ReadonlyArray<string>;
    readonly model: string | null | undefined;
    readonly oldest: string | null | undefined;
    readonly prompt: string | null | undefined;
    readonly reason: string;
    readonly rule: string | null | undefined;
    readonly scores: {
      readonly " $fragmentSpreads": FragmentRefs<"Scores_scores">;
    } | null | undefined;
    readonly strength: Strength | null | undefined;
    readonly targets: ReadonlyArray<string>;
    readonly verdict: Verdict;
    readonly version: string;
  }>;
  readonly " $fragmentSpreads": FragmentRefs<"Explain_patch">;
  readonly " $fragmentType": "Answers_patch";
};
export type Answers_patch$key = {
  readonly " $data"?: Answers_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"Answers_patch">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "kind",
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "text",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Answers_patch",
  "selections": [
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "Explain_patch"
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Classification",
      "kind": "LinkedField",
      "name": "classifications",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "id",
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
          "name": "version",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "model",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "prompt",
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
          "name": "isExplicit",
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
          "name": "oldest",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "targets",
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
          "name": "marks",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Scores",
          "kind": "LinkedField",
          "name": "scores",
          "plural": false,
          "selections": [
            {
              "args": null,
              "kind": "FragmentSpread",
              "name": "Scores_scores"
            }
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Condition",
          "kind": "LinkedField",
          "name": "conditions",
          "plural": true,
          "selections": [
            (v0/*:: as any*/),
            (v1/*:: as any*/)
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Link",
          "kind": "LinkedField",
          "name": "links",
          "plural": true,
          "selections": [
            (v0/*:: as any*/),
            (v1/*:: as any*/),
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
                  "name": "number",
                  "storageKey": null
                }
              ],
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};
})();

(node as any).hash = "c5d13d32a9678986d507a318d1b34c6a";

export default node;
