/**
 * @generated SignedSource<<58a7150dc0ffb3ffa611c9a0e86416b4>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type Board_viewer$data = {
  readonly name: string | null | undefined;
  readonly " $fragmentType": "Board_viewer";
};
export type Board_viewer$key = {
  readonly " $data"?: Board_viewer$data;
  readonly " $fragmentSpreads": FragmentRefs<"Board_viewer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Board_viewer",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
      "storageKey": null
    }
  ],
  "type": "Viewer",
  "abstractKey": null
};

(node as any).hash = "1bae65a0e6548eb023f71f6b916e528f";

export default node;
