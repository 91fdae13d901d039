import { createHash, randomBytes } from "node:crypto";
import type { Db } from "./open.ts";

/** Who is at which browser: a random token in a cookie, of which only the hash is kept. */
export function peoplePart(db: Db) {
  const insert = db.prepare("INSERT INTO session VALUES (?, ?, ?)");
  const find = db.prepare<[string], { name: string }>("SELECT name FROM session WHERE token_hash = ?");
  const hash = (token: string) => createHash("sha256").update(token).digest("hex");
  return {
    /** Gives a new token for a person. */
    introduce(name: string): string {
      const token = randomBytes(32).toString("base64url");
      insert.run(hash(token), name, Date.now());
      return token;
    },
    nameOf: (token: string) => find.get(hash(token))?.name ?? null,
  };
}
