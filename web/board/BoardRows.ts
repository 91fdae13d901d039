import {
  createOperationDescriptor,
  fetchQuery,
  getFragment,
  getRequest,
  getSingularSelector,
  graphql,
  type Disposable,
  type IEnvironment,
  type OperationDescriptor,
  type SingularReaderSelector,
  type Snapshot,
} from "relay-runtime";
import { returned } from "../environment.ts";
import { ConnectionLost } from "../outbox.ts";
import { Cell } from "../ui/cell.ts";
import { painted } from "../ui/painted.ts";
import { decisionsIn, type Decided } from "./decided.ts";
import type { TargetInfo } from "./BoardContext.ts";
import { firstPage } from "../../picks/start.ts";
import type { BoardRows_page$data } from "../__generated__/BoardRows_page.graphql.ts";
import type { BoardRowsQuery, BoardRowsQuery$data } from "../__generated__/BoardRowsQuery.graphql.ts";

const rowsQuery = graphql`
  query BoardRowsQuery($name: String!, $first: Int!, $after: String, $from: Int) {
    series(name: $name) {
      patches(first: $first, after: $after, from: $from) {
        ...BoardRows_page
      }
    }
  }
`;

// Rooted at the connection: through the query, a page would be read again whenever the series' `seq` or `run` moves.
const pageFragment = graphql`
  fragment BoardRows_page on PatchConnection {
    edges {
      node {
        ...PatchRow_patch @relay(mask: false)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;

/** A patch as the board's rows show it: the same object as long as nothing in it changed. */
export type PatchRow = BoardRows_page$data["edges"][number]["node"];

/** What a board knows of its rows. */
export interface Rows {
  rows: readonly PatchRow[];
  /** False while pages are still to come. */
  isComplete: boolean;
  /** Patches that exist and are not in `rows` yet. */
  arrived: number;
  /** Why reading stopped; null while all is well. */
  trouble: string | null;
  /** The targets whose places `rows` know, when they were read again for these; null: those that there were at first. */
  targets: readonly TargetInfo[] | null;
}

interface Page {
  operation: OperationDescriptor;
  rows: readonly PatchRow[];
  info: BoardRows_page$data["pageInfo"];
  disposables: readonly Disposable[];
}

const pageSize = 500;
const retryMs = 3_000;

/**
 * The rows of one series, read in pages that are each a Relay operation of their own. Relay reads a whole fragment again
 * when a record in it changes, so one over 20,000 patches would cost 100 ms per key; a page of 500 costs two or three.
 */
export class BoardRows {
  readonly cell = new Cell<Rows>({ rows: [], isComplete: false, arrived: 0, trouble: null, targets: null });
  #onDecided: (decided: readonly Decided[]) => void = () => {};
  #environment: IEnvironment;
  #name: string;
  #from = 0;
  #before: Page[] = [];
  #behind: Page[] = [];
  #known = new Set<string>();
  #arrived = new Set<string>();
  #isComplete = false;
  #trouble: string | null = null;
  #isScheduled = false;
  #reading = 0;
  #targets: readonly TargetInfo[] | null = null;
  #isHeld = false;

  constructor(environment: IEnvironment, name: string) {
    this.#environment = environment;
    this.#name = name;
  }

  /**
   * Reads all patches: first a page of those from number `from` on, where the review starts; when `shown` resolves and that
   * page was painted, the rest of them, then the ones in front.
   */
  async load(from: number, shown: Promise<void> = Promise.resolve()): Promise<void> {
    const reading = ++this.#reading;
    this.#drop();
    this.#from = from;
    try {
      const first = from > 1 ? from : null;
      if (await this.#readOne(this.#behind, firstPage, first, reading)) {
        await shown.then(painted);
        await this.#readOn(this.#behind, pageSize, first, reading);
      }
      // A server that knows no `from` began at the first patch: then there is nothing in front.
      const isWhole = from <= 1 || (this.#behind[0]?.rows[0]?.number ?? from) < from;
      if (isWhole) this.#from = 0;
      else await this.#readOn(this.#before, pageSize, null, reading);
      if (reading !== this.#reading) return;
      this.#isComplete = true;
      if (this.#arrived.size) await this.takeIn();
    } catch (error) {
      if (reading === this.#reading) this.#trouble = error instanceof Error ? error.message : String(error);
    }
    this.#schedule();
  }

  /** Tells one listener of decisions by people, the viewer's own included, when they reach the rows; gives an end to it. */
  tellDecided(listener: (decided: readonly Decided[]) => void): () => void {
    this.#onDecided = listener;
    return () => {
      this.#onDecided = () => {};
    };
  }

  /** Says which patches the server mentioned; those that are not here yet are counted, or read at once in an empty list. */
  hear(ids: readonly string[]): void {
    const unknown = ids.filter((id) => !this.#known.has(id));
    if (!unknown.length) return;
    for (const id of unknown) this.#arrived.add(id);
    this.#schedule();
    if (this.#isComplete && this.#known.size === 0) void this.takeIn();
  }

  /** Reads the patches that arrived; when they are not all at the end (history was rewritten), reads everything again. */
  async takeIn(): Promise<void> {
    const reading = this.#reading;
    const wanted = new Set(this.#arrived);
    await this.#readOn(this.#behind, pageSize, this.#from || null, reading).catch(() => {});
    if (reading !== this.#reading) return;
    for (const id of wanted) this.#arrived.delete(id);
    if ([...wanted].some((id) => !this.#known.has(id))) await this.load(this.#from);
    else this.#schedule();
  }

  /**
   * Reads all rows again where they stand, because the series has other targets: rows know targets by their places only. Until
   * all know the new places nothing is told, so that nobody sees or decides what belongs to another branch.
   */
  async readAgain(targets: readonly TargetInfo[]): Promise<void> {
    const reading = this.#reading;
    this.#targets = targets;
    this.#isHeld = true;
    try {
      for (const pages of [this.#before, this.#behind])
        for (const page of pages) {
          await this.#ask(page.operation, reading);
          if (reading !== this.#reading || targets !== this.#targets) return; // all of it is read anew, or once more
          Object.assign(page, pageOf(this.#environment.lookup(this.#pageSelector(page.operation))));
          this.#learn(pages, page);
        }
    } catch {
      void this.load(this.#from); // which says what is wrong
    }
    this.#isHeld = false;
    this.#schedule();
  }

  /** Lets go of everything that Relay keeps for the rows. */
  dispose(): void {
    this.#reading++;
    this.#drop();
  }

  #drop() {
    for (const page of [...this.#before, ...this.#behind]) for (const one of page.disposables) one.dispose();
    this.#before = [];
    this.#behind = [];
    this.#known.clear();
    this.#arrived.clear();
    this.#isComplete = false;
    this.#isHeld = false;
    this.#trouble = null;
  }

  /** Reads pages behind those in `pages` until there are no more, or until they reach the patches behind the start. */
  async #readOn(pages: Page[], size: number, from: number | null, reading: number) {
    while (await this.#readOne(pages, size, from, reading));
  }

  /** Reads one page behind those in `pages`; whether there is another one to read. */
  async #readOne(pages: Page[], size: number, from: number | null, reading: number): Promise<boolean> {
    const after = pages.at(-1)?.info.endCursor ?? null;
    const page = await this.#readPage(
      { name: this.#name, first: size, after, from: after === null ? from : null },
      reading,
    );
    if (!page) return false;
    if (!page.rows.length) {
      // Asked again later, the same page would hold rows: kept here as well they would be there twice.
      for (const one of page.disposables) one.dispose();
      return false;
    }
    pages.push(page);
    this.#learn(pages, page);
    this.#schedule();
    if (pages === this.#before && (page.rows.at(-1)?.number ?? 0) >= this.#from) return false;
    return page.info.hasNextPage && reading === this.#reading;
  }

  #learn(pages: Page[], page: Page) {
    for (const { id, number } of page.rows) {
      // A page in front can reach patches that came after the ones behind were read: they are not in the list yet.
      const isInList = pages === this.#behind || number < this.#from;
      if (isInList) this.#known.add(id);
      if (this.#known.has(id)) this.#arrived.delete(id);
      else this.#arrived.add(id);
    }
  }

  /** Asks the server for a page, again while it cannot be reached. */
  async #ask({ request }: OperationDescriptor, reading: number): Promise<void> {
    const variables = request.variables as BoardRowsQuery["variables"];
    while (reading === this.#reading) {
      try {
        await fetchQuery<BoardRowsQuery>(this.#environment, rowsQuery, variables).toPromise();
        return;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        await returned(retryMs);
      }
    }
  }

  async #readPage(variables: BoardRowsQuery["variables"], reading: number): Promise<Page | null> {
    const operation = createOperationDescriptor(getRequest(rowsQuery), variables);
    const kept = this.#environment.retain(operation);
    await this.#ask(operation, reading);
    if (reading !== this.#reading) {
      kept.dispose();
      return null;
    }
    const snapshot = this.#environment.lookup(this.#pageSelector(operation));
    const page: Page = { operation, ...pageOf(snapshot), disposables: [] };
    const followed = this.#environment.subscribe(snapshot, (next) => this.#update(page, pageOf(next).rows));
    page.disposables = [kept, followed];
    return page;
  }

  #pageSelector(operation: OperationDescriptor): SingularReaderSelector {
    const { series } = this.#environment.lookup(operation.fragment).data as unknown as BoardRowsQuery$data;
    const selector = series && getSingularSelector(getFragment(pageFragment), series.patches);
    if (!selector) throw new Error("This series is no longer in the database.");
    return selector;
  }

  #update(page: Page, rows: readonly PatchRow[]) {
    const decided = this.#isHeld ? [] : rows.flatMap((row, i) => decisionsIn(page.rows[i], row));
    page.rows = rows;
    this.#schedule();
    if (decided.length) this.#onDecided(decided);
  }

  /** Tells at once what would be told a moment later, so that what else a key changes is rendered together with it. */
  tellNow(): void {
    if (!this.#isScheduled) return;
    this.#isScheduled = false;
    if (this.#isHeld) return;
    const before = this.#before.flatMap((page) => page.rows);
    while (before.length && (before.at(-1)?.number ?? 0) >= this.#from) before.pop();
    const rows = [...before, ...this.#behind.flatMap((page) => page.rows)];
    this.cell.set({
      rows,
      isComplete: this.#isComplete,
      arrived: this.#arrived.size,
      trouble: this.#trouble,
      targets: this.#targets,
    });
  }

  // One store update can touch many pages: the list is put together once for all of them, still before the next paint.
  #schedule() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => this.tellNow());
  }
}

function pageOf(snapshot: Snapshot): Pick<Page, "rows" | "info"> {
  const { edges, pageInfo } = snapshot.data as unknown as BoardRows_page$data;
  return { rows: edges.map((edge) => edge.node), info: pageInfo };
}
