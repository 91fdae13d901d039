/**
 * @generated SignedSource<<0f1c55d7a33912a25d39a8c70c0f0ca1>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
export type Settlement = "INSTRUCTION" | "NO_CHANGE" | "SILENCE" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type Explain_patch$data = {
  readonly classifications: ReadonlyArray<{
    readonly at: string;
    readonly engine: Engine;
  }>;
  readonly id: string;
  readonly settlement: Settlement | null | undefined;
  readonly " $fragmentType": "Explain_patch";
};
export type Explain_patch$key = {
  readonly " $data"?: Explain_patch$data;
  readonly " $fragmentSpreads": FragmentRefs<"Explain_patch">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Explain_patch",
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
      "name": "settlement",
      "storageKey": null
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
          "name": "engine",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "at",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Patch",
  "abstractKey": null
};

(node as any).hash = "e56da74ce47269c907875ee01467766d";

export default node;
