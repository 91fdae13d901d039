/**
 * Commits in topological order, oldest first: parents before children, a branch that was merged right before its merge.
 * `parentsOf` holds the commits to order; parents that it does not hold are outside. Pure; no recursion, because real
 * histories are 100,000 commits deep.
 */
export function topologicalOrder(head: string, parentsOf: ReadonlyMap<string, string>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const stack: { sha: string; parents: string[]; next: number }[] = [];
  const enter = (sha: string) => {
    const parents = parentsOf.get(sha);
    if (parents === undefined || seen.has(sha)) return;
    seen.add(sha);
    stack.push({ sha, parents: parents === "" ? [] : parents.split(" "), next: 0 });
  };
  enter(head);
  while (stack.length) {
    const top = stack.at(-1)!;
    if (top.next < top.parents.length) enter(top.parents[top.next++]!);
    else order.push(stack.pop()!.sha);
  }
  return order;
}

/** Whether `from` is on the line of first parents that starts at `head`; then nothing before `from` changed its place. */
export function isOnFirstParentLine(head: string, from: string, parentsOf: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = head; at;) {
    if (at === from) return true;
    at = parentsOf.get(at)?.split(" ", 1)[0];
  }
  return false;
}
