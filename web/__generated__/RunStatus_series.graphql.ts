/**
 * @generated SignedSource<<0fd99f8bae7a4d97b8b7dd747d852ec1>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Engine = "HISTORY" | "HTTP" | "LLAMA" | "RULES" | "%future added value";
import type { FragmentRefs } from "relay-runtime";
export type RunStatus_series$data = {
  readonly id: string;
  readonly run: {
    readonly done: number;
    readonly engine: Engine;
    readonly failed: number;
    readonly planned: number;
    readonly rate: number;
    readonly secondsLeft: number | null | undefined;
    readonly state: string;
    readonly trouble: string | null | undefined;
  } | null | undefined;
  readonly " $fragmentType": "RunStatus_series";
};
export type RunStatus_series$key = {
  readonly " $data"?: RunStatus_series$data;
  readonly " $fragmentSpreads": FragmentRefs<"RunStatus_series">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "RunStatus_series",
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
      "concreteType": "Run",
      "kind": "LinkedField",
      "name": "run",
      "plural": false,
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
          "name": "planned",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "done",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "failed",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "state",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "trouble",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "rate",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "secondsLeft",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Series",
  "abstractKey": null
};

(node as any).hash = "55032b338c641ed94301591c85150bd3";

export default node;
