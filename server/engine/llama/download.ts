/**
 * The process that downloads a model. A process of its own, because the downloader goes on trying for minutes after it was told to
 * stop: this one is killed instead, and what it has written is gone on with next time.
 */
import { createModelDownloader } from "node-llama-cpp";

/** What it tells its parent. */
export type DownloadMessage =
  | { type: "progress"; done: number; all: number }
  | { type: "done"; file: string; bytes: number }
  | { type: "failed"; words: string };

const knockMs = 30_000;
/** Of a file without a first byte: what it is, is said when it is there. */
const unsatisfiable = 416;
const [uri, folder] = process.argv.slice(2) as [string, string];
const tell = (message: DownloadMessage) => void process.send?.(message, undefined, undefined, () => {});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

try {
  await knock(uri);
  const downloader = await createModelDownloader({
    modelUri: uri,
    dirPath: folder,
    showCliProgress: false,
    deleteTempFileOnCancel: false,
    onProgress: ({ downloadedSize, totalSize }) => tell({ type: "progress", done: downloadedSize, all: totalSize }),
  });
  const file = await downloader.download();
  tell({ type: "done", file, bytes: downloader.totalSize });
} catch (error) {
  tell({ type: "failed", words: wordsOf(error) });
}
process.disconnect();

/**
 * Asks an address for one byte first: the downloader would try 150 times what is refused, and never say so. Throws what keeps the
 * address from answering. Not for the head alone: an address that is signed for getting refuses that. A hub's name is left to the
 * downloader.
 */
async function knock(address: string): Promise<void> {
  if (!/^https?:/i.test(address)) return;
  const { body, status } = await fetch(address, {
    headers: { range: "bytes=0-0" },
    signal: AbortSignal.timeout(knockMs),
  });
  await body?.cancel();
  if (status >= 400 && status !== unsatisfiable) throw new Error(`the server answered ${status}`);
}

/** The innermost cause says most. */
function wordsOf(error: unknown): string {
  const causes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) causes.push(at.message);
  const words = causes.findLast((one) => one && one !== "fetch failed") ?? "no reason is known";
  return words.split("\n")[0]!.replace(/\.$/, "").slice(0, 300);
}
