import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContextOptions, expect, type Page, test as base } from "@playwright/test";
import { makeDemoRepository } from "../scripts/demo-history.ts";

const main = join(import.meta.dirname, "../server/main.ts");

/** A real server on a scratch repository, and the pages that people have open on it. */
export class Board {
  readonly folder = mkdtempSync(join(tmpdir(), "patchboard-e2e-"));
  readonly repo = join(this.folder, "lantern");
  readonly db = join(this.folder, "board.db");
  address = "";
  #server: ChildProcess | null = null;
  readonly #browser: Browser;
  #pages: Page[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Starts the server, with more arguments if need be, and waits for its address. */
  async start(port = 0, more: readonly string[] = []): Promise<void> {
    const args = [main, "serve", "--repo", this.repo, "--db", this.db, "--port", String(port), ...more];
    const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    this.#server = server;
    this.address = await new Promise<string>((resolve, reject) => {
      createInterface(server.stdout).on("line", (line) => {
        const found = /^patchboard: (http:\S+)$/.exec(line);
        if (found) resolve(found[1]!);
      });
      server.on("exit", (code) => reject(new Error(`the server ended with ${code} before it gave an address`)));
    });
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    server.kill(signal);
    await once(server, "exit");
  }

  /** Stops the server in some way, and starts it again on the same port. */
  async restart(signal: NodeJS.Signals, more: readonly string[] = []): Promise<void> {
    const { port } = new URL(this.address);
    await this.stop(signal);
    await this.start(Number(port), more);
  }

  /** Waits until the repository is read and every patch has an answer. */
  async settled(): Promise<void> {
    const query = "{ allSeries { patchCount sync { isRunning at } run { state done } } }";
    await expect(async () => {
      const response = await fetch(`${this.address}graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).toMatchObject({
        data: {
          allSeries: [{ sync: { isRunning: false, at: expect.any(String) as unknown }, run: { state: "done" } }],
        },
      });
    }).toPass({ timeout: 20_000 });
  }

  /**
   * A page of its own browser context; with a name it is introduced already. A deaf one hears nothing from others. With `device`,
   * it is as on one (a tablet, a phone): its window, and fingers for a pointer.
   */
  async open(
    who: string | null,
    {
      path = "",
      isDeaf = false,
      device = {},
    }: { path?: string; isDeaf?: boolean; device?: BrowserContextOptions } = {},
  ): Promise<Page> {
    const context = await this.#browser.newContext(device);
    if (who) {
      const query = "mutation ($input: IntroduceInput!) { introduce(input: $input) { viewer { name } } }";
      await context.request.post(`${this.address}graphql`, { data: { query, variables: { input: { name: who } } } });
    }
    const page = await context.newPage();
    if (isDeaf) {
      await page.routeWebSocket(/graphql/, (socket) => {
        const server = socket.connectToServer();
        server.onMessage((message) => void (String(message).includes('"next"') || socket.send(message)));
      });
    }
    this.#pages.push(page);
    await page.goto(this.address + path);
    // The list or the matrix: their first row with something in it.
    await expect(page.getByRole("grid").getByRole("row").nth(1)).toBeVisible();
    await complete(page);
    return page;
  }

  git(...args: string[]): string {
    const who = ["-c", "user.name=Ada (demo)", "-c", "user.email=ada@lantern.invalid"];
    return execFileSync("git", ["-C", this.repo, ...who, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Puts commits with these messages on the upstream branch, and has them read. */
  add(messages: readonly string[]): void {
    const parts = messages.map((message, i) => {
      const from = i === 0 ? "from refs/heads/master^0\n" : "";
      const at = 1_800_000_000 + i;
      return `commit refs/heads/master\ncommitter Ada <ada@lantern.invalid> ${at} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n${from}\n`;
    });
    execFileSync("git", ["-C", this.repo, "fast-import", "--quiet"], { input: parts.join("") });
    this.cli("sync", "--repo", this.repo);
  }

  /** Runs a verb; gives what it printed. */
  cli(...args: string[]): string {
    return execFileSync(process.execPath, [main, ...args, "--db", this.db], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#pages.map((page) => page.context().close()));
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const test = base.extend<{ board: Board }>({
  board: async ({ browser }, use) => {
    const board = new Board(browser);
    await makeDemoRepository(board.repo);
    await board.start();
    await board.settled();
    await use(board);
    await board.close();
  },
});

export { expect };

/** Waits until all rows are there: those off the screen are filled when the browser has time. */
export async function complete(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "false");
  await page.waitForFunction(() => !document.querySelector(":is(.chunk, .m-chunk) > [role=presentation]:empty"));
}

/** The rows of the board that hold a patch. */
export const rows = (page: Page) =>
  page
    .getByRole("grid", { name: "Patches" })
    .getByRole("row")
    .filter({ hasNot: page.getByRole("columnheader") });

/** The row of one patch, by its subject. */
export const row = (page: Page, subject: string) => rows(page).filter({ hasText: subject });

/** Whether what has the focus can be seen: all of it on the screen, and nothing over it. */
export const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement!;
    const { left, top, bottom, width } = focused.getBoundingClientRect();
    const sees = (y: number) => focused.contains(document.elementFromPoint(left + Math.min(width / 2, 100), y));
    return focused !== document.body && sees(top + 3) && sees(bottom - 4);
  });

/** The verdict of a row for the target that the board shows. */
export const verdict = (page: Page, subject: string, name: "No" | "Uncertain" | "Wait" | "Yes") =>
  row(page, subject).getByRole("radio", { name, exact: true });
