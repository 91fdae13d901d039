// Where Node keeps what it compiled. Reading and compiling the sources is more than half of a short command.
import { join } from "node:path";
import envPaths from "env-paths";

/** A folder of the user's own: what somebody else wrote into a shared one would be run. */
export const compiledIn = join(envPaths("patchboard", { suffix: "" }).cache, "compiled");
