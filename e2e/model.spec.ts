import { join } from "node:path";
import { makeDemoModel } from "../scripts/demo-model.ts";
import { type Board, expect, row, test, verdict } from "./board.ts";

const crash = "BUG/MINOR: pool: release the last slot too";
const settled = "BUG/MINOR: clock: read it once a turn";
const endless = "BUG/MINOR: ring: let the writer go first";
const silent = "MINOR: stats: count the turns";

test.setTimeout(120_000);

/** A model reads on one core, beside the page that is looked at. */
const slow = { timeout: 40_000 };
/** Behind the last patch of the demonstration. */
const newest = "s/lantern-2.5?start=145";

/** Adds messages that rules find no instruction in and the model does, and starts the server with that model. */
async function withModel(board: Board): Promise<void> {
  board.git("checkout", "-q", "master");
  const model = join(board.folder, "oracle.gguf");
  makeDemoModel(model);
  const messages = [
    [crash, "This fixes a crash when the pool is empty."],
    [settled, "It can go elsewhere after it has settled here."],
    [endless, "The wait goes on and on otherwise."],
    [silent, "This fixes a crash that nobody called a bug."],
  ];
  for (const [subject, body] of messages) {
    board.git("commit", "-q", "--allow-empty", "-m", `${subject}\n\n${body}`);
  }
  await board.restart("SIGTERM", ["--model", model, "--gpu", "off", "--threads", "1"]);
  await board.settled();
}

test("a model reads what rules leave open, and its answer can be looked into", async ({ board }) => {
  await withModel(board);
  const page = await board.open("Ada", { path: newest });
  await expect(row(page, crash).locator("q")).toHaveText("This fixes a crash", slow);
  await expect(verdict(page, settled, "Wait")).toBeChecked(slow);
  await row(page, crash).getByRole("button").first().click();
  const details = page.getByRole("region", { name: /^Details/ });
  const answers = details.getByRole("region", { name: "Answers" });
  await expect(answers).toContainText("This fixes a bug that users of stable branches meet.");
  await expect(answers.getByRole("img", { name: /^Scores: no \.0., uncertain .* yes (1|\.9.)$/ })).toBeVisible();
  // It asks for 2.8 and newer, and none of the stable branches is that new.
  await expect(answers).toContainText("oldest 2.8");
  await expect(verdict(page, crash, "No")).toBeChecked();
  await answers.getByText("Prompt and output").click();
  await expect(answers.getByLabel("Output")).toContainText('"verdict":"yes"');
  await expect(answers.getByLabel("Prompt")).toContainText("    This fixes a crash when the pool is empty.");
  await expect(answers.getByLabel("Prompt")).toContainText("2.4-stable, 2.3-stable");

  // What an author instructed is not the model's to judge.
  await page.goto(`${board.address}s/lantern-2.5?start=all`);
  await row(page, "h2: never reuse a stream id").getByRole("button").first().click();
  await expect(answers).toContainText("rules");
  await expect(answers).not.toContainText("llama");
});

test("what the project's rule settles is not read, until a person asks the model", async ({ board }) => {
  await withModel(board);
  const page = await board.open("Ada", { path: newest });
  await expect(row(page, crash).locator("q")).toHaveText("This fixes a crash", slow);
  await expect(row(page, silent)).toContainText("No backport instruction, and not a fix.");
  await row(page, silent).getByRole("button").first().click();
  const answers = page.getByRole("region", { name: "Answers" });
  await expect(answers).toContainText(
    "The model was not asked: by this project's rule, no instruction means no backport.",
  );
  await answers.getByRole("button", { name: "Ask the model", exact: true }).click();
  await expect(answers).toContainText("This fixes a bug that users of stable branches meet.", slow);
  await expect(answers).not.toContainText("was not asked");
});

test("a person has the model explain again, and watches it write", async ({ board }) => {
  await withModel(board);
  const page = await board.open("Ada", { path: newest });
  await expect(row(page, endless)).toContainText("and so on and so on", slow);
  await row(page, endless).getByRole("button").first().click();
  const answers = page.getByRole("region", { name: "Answers" });
  // The model of this test is so quick that looking now and then would miss it: the page itself remembers what it showed.
  const shown = await page.evaluateHandle(() => {
    const texts: string[] = [];
    new MutationObserver(() => {
      const status = document.querySelector('[role="status"][aria-label="The model is writing"]');
      if (status) texts.push(status.textContent);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return texts;
  });
  await answers.getByRole("button", { name: "Ask the model again" }).click();
  await expect
    .poll(async () => (await shown.jsonValue()).some((text) => text.startsWith("model reading…")), slow)
    .toBe(true);
  await expect(answers.getByRole("button", { name: "Ask the model again" })).toBeEnabled(slow);
});

test("a model that is not there leaves the board up, says why, and is tried again", async ({ board }) => {
  const model = join(board.folder, "later.gguf");
  await board.restart("SIGTERM", ["--model", model, "--gpu", "off", "--threads", "1"]);
  const page = await board.open("Ada");
  const notice = page.getByText(/^The model is off: .*later\.gguf/);
  await expect(notice).toBeVisible();
  const first = page
    .getByRole("row")
    .filter({ has: page.getByRole("radiogroup") })
    .first();
  const place = await first.boundingBox();
  await page.keyboard.press("w");
  await expect(page.getByRole("radiogroup", { name: /by Ada/ }).first()).toBeVisible();
  makeDemoModel(model);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toHaveCount(0);
  expect(await first.boundingBox(), "no row moves when a notice goes").toEqual(place);
  await expect(page.getByText("The message does not tell enough.").first()).toBeVisible(slow);
});
