import { renameSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, row, test, verdict } from "./board.ts";

const expire = "stick: expire entries";

for (const signal of ["SIGTERM", "SIGKILL"] as const) {
  test(`a page that is open while the server restarts (${signal}) goes on without a reload and loses nothing`, async ({
    board,
  }) => {
    const page = await board.open("Ada");
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await board.stop(signal);
    await expect(page.getByRole("alert")).toContainText(/lost|gone|reach/i);
    await verdict(page, expire, "Wait").check();
    // Shown, and shown as not saved.
    await expect(row(page, expire).getByRole("radiogroup", { name: /not saved yet/ })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("1");
    await board.start(Number(new URL(board.address).port));
    await expect(row(page, expire).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible({ timeout: 30_000 });
    const other = await board.open("Ben");
    await expect(verdict(other, expire, "Wait")).toBeChecked();
    await verdict(other, "dns: accept a CNAME", "Wait").check();
    await expect(verdict(page, "dns: accept a CNAME", "Wait")).toBeChecked();
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  });
}

test("a repository that is gone is said at the foot of the board, and forgotten when it is back", async ({ board }) => {
  const page = await board.open("Ada");
  const trouble = page.getByRole("alert").filter({ hasText: /lantern does not exist/ });
  renameSync(board.repo, `${board.repo}-elsewhere`);
  await page.keyboard.press("Shift+S");
  await expect(trouble).toBeVisible();
  await expect(page.getByRole("button", { name: "Read the repository now" })).toBeEnabled();
  renameSync(`${board.repo}-elsewhere`, board.repo);
  await page.keyboard.press("Shift+S");
  await expect(trouble).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Read the repository now" })).toBeEnabled();
});

test("patches that could not be read are no patches to review, and come when one tries again", async ({ board }) => {
  const page = await board.open("Ada");
  // A page without its answers asks for them.
  await page.route("**/s/lantern-2.5", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('id="answers"', "");
    await route.fulfill({ response, body });
  });
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("BoardRowsQuery")
      ? route.fulfill({ json: { errors: [{ message: "The database is locked." }] } })
      : route.fallback(),
  );
  await page.goto(`${board.address}s/lantern-2.5`);
  await expect(page.getByText("The patches could not be read")).toBeVisible();
  await expect(page.getByText("The database is locked.")).toBeVisible();
  await expect(page.getByText("not read", { exact: true })).toBeVisible();
  await expect(page.getByText("nothing to review")).toHaveCount(0);
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(row(page, expire)).toBeVisible();
  await expect(page.getByText("91 of 91 left")).toBeVisible();
});

test("a page of another origin can neither write nor read", async ({ board, browser }) => {
  const origin = new URL(board.address).origin;
  const query = 'mutation { introduce(input: { name: "Mallory" }) { viewer { name } } }';
  const attack = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe name="f"></iframe><form id="form" method="post" target="f" action="${origin}/graphql">
      <input name="query" value='${query}'></form>`);
  });
  await new Promise<void>((resolve) => attack.listen(0, "127.0.0.1", resolve));
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://localhost:${(attack.address() as AddressInfo).port}/`);
  const outcome = await page.evaluate(
    async ([url, text]) => {
      const tried: string[] = [];
      const fetched = async (name: string, init: RequestInit) => {
        try {
          const response = await fetch(`${url}/graphql`, { method: "POST", credentials: "include", ...init });
          tried.push(`${name}: ${response.type} ${response.status} ${await response.text()}`);
        } catch {
          tried.push(`${name}: refused`);
        }
      };
      const body = JSON.stringify({ query: text });
      await fetched("json", { headers: { "content-type": "application/json" }, body });
      await fetched("simple", { headers: { "content-type": "text/plain" }, body });
      const opaque = await fetch(`${url}/graphql`, { method: "POST", mode: "no-cors", body });
      tried.push(`no-cors: ${opaque.type}`);
      (document.getElementById("form") as HTMLFormElement).submit();
      tried.push(
        await new Promise<string>((resolve) => {
          const socket = new WebSocket(`${url!.replace("http", "ws")}/graphql`, "graphql-transport-ws");
          socket.addEventListener("open", () => resolve("socket: open"));
          socket.addEventListener("error", () => resolve("socket: refused"));
        }),
      );
      return tried;
    },
    [origin, query],
  );
  expect(outcome).toEqual(["json: refused", "simple: refused", "no-cors: opaque", "socket: refused"]);
  expect(await page.context().cookies(origin)).toEqual([]);
  attack.close();
});
