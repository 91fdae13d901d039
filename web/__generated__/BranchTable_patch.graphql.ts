/**
 * @generated SignedSource<<cd6cfcca30e5c1ebcbf571b5e0bd0be7>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Evidence = "AUTHOR_AND_SUBJECT" | "CLAIMED" | "PATCH_ID" | "TRAILER" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type BranchTable_patch$data = {
  readonly branches: ReadonlyArray<{
    readonly at: string | null | undefined;
    readonly backport: {
      readonly at: string;
      readonly detail: string;
      readonly evidence: Evidence;
      readonly sha: string;
    } | null | undefined;
    readonly by: string | null | undefined;
    readonly engine: Engine | null | undefined;
    readonly reason: string;
    readonly target: {
      readonly id: string;
    };
  }>;
  readonly " $fragmentType": "BranchTable_patch";
};
export type BranchTable_patch$key = {
  readonly " $data"?: BranchTable_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"BranchTable_patch">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "at",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "BranchTable_patch",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "Branch",
      "kind": "LinkedField",
      "name": "branches",
      "plural": true,
      "selections": [
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
              "name": "id",
              "storageKey": null
            }
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "by",
          "storageKey": null
        },
        (v0/*:: as any*/),
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
          "name": "reason",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Backport",
          "kind": "LinkedField",
          "name": "backport",
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
              "name": "evidence",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "detail",
              "storageKey": null
            },
            (v0/*:: as any*/)
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

(node as any).hash = "07fd78c9364bc58b0656b090d07c6e3e";

export default node;
