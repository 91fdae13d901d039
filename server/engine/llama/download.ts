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

const [uri, folder] = process.argv.slice(2) as [string, string];
const tell = (message: DownloadMessage) => void process.send?.(message, undefined, undefined, () => {});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

try {
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

/** The innermost cause says most. */
function wordsOf(error: unknown): string {
  const causes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) causes.push(at.message);
  const words = causes.findLast((one) => one && one !== "fetch failed") ?? "no reason is known";
  return words.split("\n")[0]!.replace(/\.$/, "").slice(0, 300);
}
