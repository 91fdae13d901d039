import type { CSSProperties } from "react";
import type { TargetInfo } from "./BoardContext.ts";
import type { Board_series$data } from "../__generated__/Board_series.graphql.ts";

const usualLabel = 4;
/** Pixels: of all branches' columns together, and of one. */
const [widestBranches, widestBranch, narrowestBranch] = [330, 64, 30];

/** Longer names get wider columns, as far as there is room. In plain pixels: anything to calculate costs 8 ms at each key. */
export function branchWidths(targets: readonly TargetInfo[]): CSSProperties {
  const longest = Math.max(...targets.map((one) => one.label.length));
  const branches = { "--branches": targets.length } as CSSProperties;
  if (longest <= usualLabel) return branches;
  const width = Math.min(7 * longest + 4, widestBranch, Math.floor(widestBranches / targets.length));
  return { ...branches, "--branch-label": `${Math.max(width, narrowestBranch)}px` } as CSSProperties;
}

type Target = Board_series$data["targets"][number];

/** The stable branches of a series, with what stands above their columns. */
export function targetInfos(targets: readonly Target[]): TargetInfo[] {
  // Two products of one repository may have the same version: rel/auth-5.1.x, rel/rec-5.1.x.
  const areTelling = new Set(targets.map((one) => one.version)).size === targets.length;
  return targets.map(({ id, branch, version, isPresent, lastBackported }) => {
    const label = areTelling && version != null ? version : branch.replace(/^.*\//, "");
    return { id, branch, label, isPresent, lastBackported };
  });
}
