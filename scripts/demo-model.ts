/** A model file of 2 MB whose verdicts depend on a few phrases in a message: for tests of the whole way, with no download. */
export { votes as demoPhrases, writeOracle as makeDemoModel } from "../server/engine/llama/test-oracle.ts";
