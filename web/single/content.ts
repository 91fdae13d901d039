import type { Wait } from "../board/wait/words.ts";

/** What the server put into the file: its answers to what the page asks, as GraphQL has them. */
export interface Content {
  /** The hash of all of it. */
  id: string;
  /** When it was made, ISO 8601. */
  at: string;
  /** The branch that the file was made for. */
  target: string | null;
  /** The answer to BoardPageQuery. */
  page: { series: FileSeries };
  patches: FilePatch[];
}

/** Of a series only what is read here by name; the page's query may ask for more. */
export interface FileSeries {
  readonly id: string;
  readonly name: string;
  readonly epoch: string;
  readonly targets: readonly { id: string; branch: string; lastBackported: number }[];
}

/** The same of a patch. Lists run parallel to the targets. */
export interface FilePatch {
  readonly id: string;
  readonly number: number;
  readonly sha: string;
  readonly verdicts: readonly string[];
  readonly deciders: readonly (string | null)[];
  readonly revisions: readonly number[];
  readonly evidence: readonly (string | null)[];
  readonly agreed: readonly (readonly string[])[] | null;
  readonly waits: readonly (Wait | null)[];
  readonly machineVerdicts: readonly string[];
  readonly engine: string | null;
  readonly isInstructed: boolean;
  readonly isVanished: boolean;
  readonly noteCount: number;
  readonly commit: { message: string; parents: readonly string[]; committedAt: string };
  readonly classifications: readonly {
    engine: string;
    links: readonly { kind: string; patch: { sha: string } | null }[];
  }[];
  readonly branches: readonly object[];
  readonly notes: readonly object[];
  readonly history: readonly object[];
}

/** Reads what the server packed: gzip in base64, which no commit message can break out of. Throws when it is damaged. */
export async function unpack(text: string): Promise<Content> {
  const packed = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as Content;
}
