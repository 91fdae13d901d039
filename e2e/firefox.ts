import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

const startMs = 40_000;
// The names that WebDriver gives to keys without a character.
const shift = "\uE008";
const enter = "\uE007";
/** What a test without a person at it can do without: first-run pages, updates, telemetry. */
const preferences = {
  "app.update.disabledForTesting": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** The Firefox of this machine: FIREFOX_PATH, or one on the PATH; null where there is none. */
export function firefoxPath(): string | null {
  const named = process.env["FIREFOX_PATH"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => ["firefox", "firefox-esr"].map((name) => join(folder, name)));
  return [...(named ? [named] : []), ...found].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Reply =
  | { type: "success"; id: number; result: Record<string, unknown> }
  | { type: "error"; id: number; message: string };

/**
 * One window of a real Firefox, driven by WebDriver BiDi: Playwright's own Firefox is a patched build that has to be fetched,
 * and what people open a file with is theirs.
 */
export class Firefox {
  /** What pages complained of: errors of scripts, and of the console. */
  readonly complaints: string[] = [];
  readonly #process: ChildProcess;
  readonly #profile: string;
  #socket: WebSocket | null = null;
  #context = "";
  #waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  #count = 0;

  private constructor(path: string) {
    this.#profile = mkdtempSync(join(tmpdir(), "patchboard-firefox-"));
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(this.#profile, "user.js"), lines.join(""));
    const args = ["--headless", "--no-remote", "--profile", this.#profile, "--remote-debugging-port", "0"];
    this.#process = spawn(path, [...args, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  }

  /** Starts a Firefox with a profile of its own and opens a page. */
  static async open(path: string, url: string): Promise<Firefox> {
    const firefox = new Firefox(path);
    try {
      await firefox.#connect();
      await firefox.#ask("browsingContext.navigate", { context: firefox.#context, url, wait: "complete" });
      return firefox;
    } catch (error) {
      await firefox.close();
      throw error;
    }
  }

  /** The value of an expression in the page, a promise's too; it has to fit into JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const target = { context: this.#context };
    const text = `(async () => JSON.stringify(await (${expression})))()`;
    const said = await this.#ask("script.evaluate", { expression: text, target, awaitPromise: true });
    if (said["type"] !== "success") throw new Error(`${expression}: ${JSON.stringify(said["exceptionDetails"])}`);
    const { value } = said["result"] as { value?: string };
    return (value === undefined ? undefined : JSON.parse(value)) as T;
  }

  /** Presses keys one after the other: single characters, capitals with Shift, or WebDriver's private ones for other keys. */
  async press(...keys: string[]): Promise<void> {
    const stroke = (value: string) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ];
    const actions = keys.flatMap((value) =>
      /^[A-Z]$/.test(value)
        ? [{ type: "keyDown", value: shift }, ...stroke(value), { type: "keyUp", value: shift }]
        : stroke(value),
    );
    await this.#ask("input.performActions", {
      context: this.#context,
      actions: [{ type: "key", id: "keyboard", actions }],
    });
  }

  /** Presses the keys of a text, and Enter behind it. */
  async enter(text: string): Promise<void> {
    await this.press(...text.split(""), enter);
  }

  async reload(): Promise<void> {
    await this.#ask("browsingContext.reload", { context: this.#context, wait: "complete" });
  }

  async close(): Promise<void> {
    this.#socket?.close();
    if (this.#process.exitCode === null) {
      const ended = once(this.#process, "exit");
      this.#process.kill();
      await ended;
    }
    rmSync(this.#profile, { recursive: true, force: true });
  }

  async #connect() {
    const address = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("Firefox gave no address to drive it at")), startMs);
      createInterface(this.#process.stderr!).on("line", (line) => {
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      });
      this.#process.on("exit", (code) => reject(new Error(`Firefox ended with ${code}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    socket.addEventListener("message", ({ data }) => this.#hear(String(data)));
    await once(socket, "open");
    this.#socket = socket;
    await this.#ask("session.new", { capabilities: {} });
    await this.#ask("session.subscribe", { events: ["log.entryAdded"] });
    const { contexts } = await this.#ask("browsingContext.getTree", {});
    this.#context = (contexts as { context: string }[])[0]!.context;
    await this.#ask("browsingContext.setViewport", { context: this.#context, viewport: { width: 1280, height: 900 } });
  }

  #hear(text: string) {
    const message = JSON.parse(text) as Reply | { type: "event"; params: { level: string; text: string } };
    if (message.type === "event") {
      if (message.params.level === "error") this.complaints.push(message.params.text);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "success") waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.message));
  }

  #ask(method: string, params: object): Promise<Record<string, unknown>> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket?.send(JSON.stringify({ id, method, params }));
    });
  }
}
