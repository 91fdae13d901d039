const messages = new Map<string, string>();

/** Makes whole messages searchable, by patch: a file without a server has them all, and nobody to ask. */
export function keepMessages(all: Iterable<readonly [patch: string, message: string]>): void {
  for (const [patch, message] of all) messages.set(patch, message);
}

/** The message of a patch; undefined where it is not here. */
export const messageOf = (patch: string): string | undefined => messages.get(patch);
