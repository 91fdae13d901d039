import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { makePresence, type PresenceNow } from "./api/presence.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";

let board: TestBoard;
let series: string;

beforeAll(async () => {
  board = await testBoard();
  const query = "{ allSeries { id run { state } } }";
  series = await until(async () => {
    const { data } = await board.ask(query);
    const [found] = (data as unknown as { allSeries: { id: string; run: { state: string } | null }[] }).allSeries;
    return found?.run?.state === "done" && found.id;
  });
});
afterAll(() => board.stop());

interface Watcher {
  /** The last that was told. */
  now(): PresenceNow | undefined;
  close(): Promise<void>;
}

async function cookieOf(name: string): Promise<string> {
  const query = "mutation ($input: IntroduceInput!) { introduce(input: $input) { viewer { name } } }";
  const response = await fetch(`${board.address}graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { input: { name } } }),
  });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}

/** A page with a socket of its own that follows who is there. */
function watch(page: string, cookie?: string): Watcher {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin: board.address.slice(0, -1), headers: cookie ? { cookie } : {} });
    }
  }
  const client = createClient({ url: `${board.address.replace("http", "ws")}graphql`, webSocketImpl: Socket });
  const query =
    "subscription ($series: ID!, $page: ID!) { presence(series: $series, page: $page) { people { page who patch } more } }";
  let last: PresenceNow | undefined;
  client.subscribe<{ presence: PresenceNow }>(
    { query, variables: { series, page } },
    { next: ({ data }) => void (last = data?.presence), error: () => {}, complete: () => {} },
  );
  return { now: () => last, close: async () => client.dispose() };
}

const moveTo = (page: string, patch: string | null, who?: string) =>
  board.ask(
    "mutation ($input: MoveToInput!) { moveTo(input: $input) { clientMutationId } }",
    { input: { series, page, patch } },
    who,
  );

describe("who is here", () => {
  it("is told with names and rows, a nameless page too, and ends with the socket", async () => {
    const ada = watch("page of Ada", await cookieOf("Ada"));
    const nobody = watch("page of nobody");
    await until(() => ada.now()?.people.length === 2);
    expect(ada.now()?.people[0]).toMatchObject({ page: "page of Ada", who: "Ada", patch: null });
    await moveTo("page of nobody", "patch:3");
    await until(() => ada.now()?.people.some((one) => one.who === null && one.patch === "patch:3"));
    // A page whose person says who it is becomes theirs without a new socket.
    await moveTo("page of nobody", "patch:4", "Ben");
    await until(() => ada.now()?.people.some((one) => one.who === "Ben" && one.patch === "patch:4"));
    await nobody.close();
    await until(() => ada.now()?.people.length === 1);
    await ada.close();
  });

  it("keeps nothing of a page that follows nothing, and refuses what is no patch", async () => {
    const ben = watch("page of Ben");
    await moveTo("page of a stranger", "patch:1");
    await until(() => ben.now());
    expect(ben.now()?.people.map((one) => one.page)).toEqual(["page of Ben"]);
    expect((await moveTo("page of Ben", "note:1")).errors?.[0]?.message).toContain("no id of a patch");
    await ben.close();
  });
});

describe("presence in memory", () => {
  it("tells many changes at once, and no page more often than its interval", async () => {
    const presence = makePresence(50);
    const told: PresenceNow[] = [];
    const one = presence.follow(1, "one", "Ada");
    void (async () => {
      for await (const now of one) told.push(now);
    })();
    await until(() => told.length === 1);
    for (let i = 0; i < 500; i++) presence.move(1, "one", "Ada", `patch:${i}`);
    await until(() => told.at(-1)?.people[0]?.patch === "patch:499");
    expect(told.length).toBe(2);
    await one.return!();
  });

  it("names at most fifty, whoever asks among them, and counts the others", async () => {
    const presence = makePresence(0);
    const all = Array.from({ length: 60 }, (_, i) => presence.follow(1, `page ${i}`, null));
    for (const one of all.slice(0, 59)) void one.next();
    const { value } = (await all[59]!.next()) as { value: PresenceNow };
    expect(value.people).toHaveLength(50);
    expect(value.people[0]?.page).toBe("page 59");
    expect(value.more).toBe(10);
    await Promise.all(all.map((one) => one.return!()));
  });

  it("lets a page that came back on a new socket stay when the old one dies", async () => {
    const presence = makePresence(0);
    const old = presence.follow(1, "page", "Ada");
    await old.next();
    presence.move(1, "page", "Ada", "patch:7");
    const fresh = presence.follow(1, "page", "Ada");
    expect(await fresh.next()).toMatchObject({ value: { people: [{ patch: "patch:7" }] } });
    await old.return!();
    const other = presence.follow(1, "other", null);
    expect(((await other.next()) as { value: PresenceNow }).value.people).toHaveLength(2);
    await Promise.all([fresh.return!(), other.return!()]);
  });
});
