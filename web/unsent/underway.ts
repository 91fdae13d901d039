import type { Letter } from "./letter.ts";

const isStep = ({ name }: Letter) => name === "useUndoMutation" || name === "useRedoMutation";

/**
 * Gives a function that says on which of these letters a decision about a patch on a target builds: those that decide the same,
 * and what was undone and redone, of which only the server knows what it is about. If one is refused, so is the decision.
 */
export function callsAbout(letters: readonly Letter[]): (patch: string, target: string) => string[] {
  const steps = letters.filter(isStep).map(({ id }) => id);
  const deciding = new Map<string, string[]>();
  for (const { id, variables } of letters)
    for (const { patch, target } of variables.input.decisions ?? []) {
      const place = `${patch} ${target}`;
      deciding.set(place, [...(deciding.get(place) ?? []), id]);
    }
  return (patch, target) => [...(deciding.get(`${patch} ${target}`) ?? []), ...steps];
}

/** The letters of the action that an undo would take back when all of these are answered; none where it is an answered one. */
export function lastAction(letters: readonly Letter[]): string[] {
  const done: { action: string | null; ids: string[] }[] = [];
  const undone: typeof done = [];
  for (const { id, name, variables } of letters) {
    const { decisions, agreements, action = null } = variables.input;
    const [last, back] = [done.at(-1), undone.at(-1)];
    if (name === "useUndoMutation" && last) undone.push(done.pop()!);
    else if (name === "useRedoMutation" && back) done.push(undone.pop()!);
    else if (!decisions && !agreements) continue;
    else if (last && action !== null && last.action === action) last.ids.push(id);
    else done.push({ action, ids: [id] });
  }
  return done.at(-1)?.ids ?? [];
}
