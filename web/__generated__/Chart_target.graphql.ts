/**
 * @generated SignedSource<<1266fc270b10c877514298ce121f99c4>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Chart_target$data = {
  readonly timeline: ReadonlyArray<{
    readonly decided: number;
    readonly from: string;
    readonly picked: number;
    readonly waiting: number;
  }>;
  readonly " $fragmentType": "Chart_target";
};
export type Chart_target$key = {
  readonly " $data"?: Chart_target$data;
  readonly " $fragmentSpreads": FragmentRefs<"Chart_target">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [
    {
      "defaultValue": "WEEK",
      "kind": "LocalArgument",
      "name": "by"
    }
  ],
  "kind": "Fragment",
  "metadata": null,
  "name": "Chart_target",
  "selections": [
    {
      "alias": null,
      "args": [
        {
          "kind": "Variable",
          "name": "by",
          "variableName": "by"
        }
      ],
      "concreteType": "TimelinePoint",
      "kind": "LinkedField",
      "name": "timeline",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "from",
          "storageKey": null
        },
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
  "type": "Target",
  "abstractKey": null
};

(node as any).hash = "a99068f3b7ea453a35038467b37fd12f";

export default node;
