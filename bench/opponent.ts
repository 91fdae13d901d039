// The board beside a page of the shape of HAProxy's patchbot: the same patches, browser and run, measured in the same way.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { measure, type Figures } from "./contender.ts";
import { median } from "./made-up.ts";
import { expectedPerRow, opponentPage, type ShownPatch } from "./opponent-page.ts";
import { ask, served } from "./served.ts";

const sizes = process.argv[2] ? process.argv.slice(2).map(Number) : [300, 1_000, 3_000, 20_000];
const largestOfOpponent = 3_000;

for (const size of sizes) await compare(size);

async function compare(size: number) {
  const board = await served(size);
  const ours = await measure({
    url: board.address,
    usable: "[role=grid] input[type=radio]",
    list: "[role=grid]",
    radios: ["[role=grid] input[aria-label=Wait]", "[role=grid] input[aria-label=Yes]"],
    filter: "[aria-label='Show verdicts'] button",
  });
  console.log(`${size} patches`);
  if (size > largestOfOpponent) say(ours);
  else {
    const html = opponentPage(await shownPatches(board.address));
    const file = join(board.folder, "opponent.html");
    writeFileSync(file, html);
    const theirs = await measure({
      url: pathToFileURL(file).href,
      usable: `#row${size - 1}[style*=background]`,
      list: "#patches",
      radios: ["#patches input[value=w]", "#patches input[value=y]"],
      filter: "#show-n",
    });
    say(ours, theirs);
    const bytes = Buffer.byteLength(html) / size;
    console.log(
      `  the opponent's shape per row: ${(theirs.nodes / size).toFixed(1)} nodes (${expectedPerRow.nodes} expected), ` +
        `${(theirs.listeners / size).toFixed(1)} listeners (${expectedPerRow.listeners}), ${bytes.toFixed(0)} bytes (${expectedPerRow.bytes})`,
    );
  }
  await board.stop();
}

type Measured = { [K in keyof Figures]: Figures[K] extends number[] ? K : never }[keyof Figures];

function say(ours: Figures, theirs?: Figures) {
  const line = (what: string, unit: string, key: Measured) => {
    const versus = theirs ? `; opponent ${both(theirs[key], unit)}; ratio ${ratio(theirs[key], ours[key])}` : "";
    console.log(`  ${what}: ${both(ours[key], unit)}${versus}`);
  };
  line("first rows to decide on", "ms", "usable");
  line("click to painted verdict", "ms", "click");
  line("hide a verdict, painted", "ms", "hide");
  line("show it again, painted", "ms", "show");
  line("renderer's memory over an empty page", "MB", "memoryMb");
  line("script memory after collection", "MB", "heapMb");
}

// On a busy machine the best of a few is what compares; the median says what it was like.
function both(values: readonly number[], unit: string): string {
  const best = values.length > 1 ? ` (best ${Math.min(...values).toFixed(0)})` : "";
  return `${median(values).toFixed(0)}${best} ${unit}`;
}

function ratio(theirs: readonly number[], ours: readonly number[]): string {
  const best = ours.length > 1 ? ` (${(Math.min(...theirs) / Math.min(...ours)).toFixed(1)})` : "";
  return `${(median(theirs) / median(ours)).toFixed(1)}${best}`;
}

async function shownPatches(address: string): Promise<ShownPatch[]> {
  type Node = Omit<ShownPatch, "verdict"> & { verdicts: string[]; quote: string | null };
  interface Answer {
    allSeries: { patches: { edges: { node: Node }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }[];
  }
  const query = `query ($after: String) { allSeries { patches(first: 1000, after: $after) {
    edges { node { sha number subject author authoredAt verdicts reason quote } } pageInfo { endCursor hasNextPage } } } }`;
  const shown: ShownPatch[] = [];
  for (let after: string | null = null; ;) {
    const answer: Answer = await ask(address, query, { after });
    const { edges, pageInfo } = answer.allSeries[0]!.patches;
    for (const { node } of edges)
      shown.push({ ...node, verdict: node.verdicts[0]!, reason: node.quote ?? node.reason });
    if (!pageInfo.hasNextPage) return shown;
    after = pageInfo.endCursor;
  }
}
