import { UserMistake } from "../../domain.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Fault } from "./fault.ts";
import { jittered, type Pace } from "./pace.ts";

/** The right to one request at an endpoint; leave it exactly once. */
export interface Seat {
  endpoint: Endpoint;
  /** The endpoint answered: with an answer, or with a refusal that is only about this question. */
  leave(): void;
  leaveAfter(fault: Fault): void;
  /** Nothing is known: the request was given up. */
  abandon(): void;
}

/** The endpoints of one run. */
export interface Pool {
  /** A seat where there is most room, at another endpoint than `not` where one is open. Throws UserMistake when none is left. */
  take(signal: AbortSignal, not?: Endpoint | null): Promise<Seat>;
  /** True when a seat is free now. */
  hasRoom(): boolean;
  /** Answers of this run. */
  answered(): number;
  /** Ends the run with this sentence, which all who wait for a seat are refused with. */
  end(words: string): UserMistake;
}

interface Place {
  endpoint: Endpoint;
  used: number;
  /** In a row. */
  faults: number;
  rests: number;
  refusals: number;
  openFrom: number;
  /** After a rest one request goes first. */
  isTrial: boolean;
  gone: string | null;
}

interface Waiting {
  not: Endpoint | null;
  give(seat: Seat): void;
  fail(error: unknown): void;
}

/** Faults in a row after which an endpoint is put aside for a while. */
const faultsBeforeRest = 3;

/** A pool with all endpoints in it: what failed in an earlier run is tried again. */
export function openPool(endpoints: readonly Endpoint[], pace: Pace, now = () => performance.now()): Pool {
  const fresh = { used: 0, faults: 0, rests: 0, refusals: 0, openFrom: 0, isTrial: false, gone: null };
  const places: Place[] = endpoints.map((endpoint) => ({ ...fresh, endpoint }));
  const waiting: Waiting[] = [];
  let answered = 0;
  let ended: UserMistake | null = null;
  let timer: NodeJS.Timeout | undefined;

  const room = (place: Place, at: number) => {
    if (place.gone !== null || at < place.openFrom) return 0;
    return (place.isTrial ? 1 : place.endpoint.window.limit) - place.used;
  };
  const best = (not: Endpoint | null, at: number) => {
    const open = places.filter((place) => room(place, at) > 0);
    const others = open.filter(({ endpoint }) => endpoint !== not);
    return (others.length ? others : open).sort((a, b) => room(b, at) - room(a, at))[0];
  };
  const serve = () => {
    // One moment for all that follows: a place that opened in between would be neither open nor waited for.
    const at = now();
    clearTimeout(timer);
    const left = places.filter(({ gone }) => gone === null);
    if (!left.length) ended ??= new UserMistake(lastWords(places));
    while (waiting.length) {
      if (ended) {
        waiting.shift()!.fail(ended);
        continue;
      }
      const place = best(waiting[0]!.not, at);
      if (!place) break;
      waiting.shift()!.give(seatAt(place));
    }
    const next = Math.min(...left.map(({ openFrom }) => openFrom).filter((from) => from > at));
    if (waiting.length && Number.isFinite(next)) timer = setTimeout(serve, next - at + 1);
  };

  const seatAt = (place: Place): Seat => {
    const from = now();
    const isFull = () => place.used >= place.endpoint.window.limit;
    const wasFull = (place.used++, isFull());
    const leaving = (change: () => void) => () => {
      change();
      place.used--;
      serve();
    };
    return {
      endpoint: place.endpoint,
      abandon: leaving(() => {}),
      leave: leaving(() => {
        answered++;
        Object.assign(place, { faults: 0, rests: 0, refusals: 0, isTrial: false });
        place.endpoint.window.answered(now() - from, now(), wasFull || isFull());
      }),
      leaveAfter: (fault) => leaving(() => afterFault(place, fault, pace, now()))(),
    };
  };

  return {
    hasRoom: () => ended === null && best(null, now()) !== undefined && waiting.length === 0,
    answered: () => answered,
    end: (words) => {
      ended ??= new UserMistake(words);
      serve();
      return ended;
    },
    take: (signal, not = null) => {
      signal.throwIfAborted();
      return new Promise<Seat>((resolve, reject) => {
        const stop = () => {
          waiting.splice(waiting.indexOf(one), 1);
          reject(signal.reason as Error);
        };
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            signal.removeEventListener("abort", stop);
            settle(value);
          };
        const one: Waiting = { not, give: settled(resolve), fail: settled(reject) };
        signal.addEventListener("abort", stop, { once: true });
        waiting.push(one);
        serve();
      });
    },
  };
}

/** What a fault means for the place where it happened: wait as asked, rest, or leave the run. */
function afterFault(place: Place, { kind, message, details }: Fault, pace: Pace, at: number): void {
  const { window } = place.endpoint;
  if (kind === "wrong") {
    place.gone = message;
    return;
  }
  if (kind === "busy") {
    window.pushedBack(at);
    if (at < place.openFrom) return;
    if (++place.refusals > pace.mostRefusals) place.gone = message;
    const wait = details.waitMs ?? jittered(pace.restMs, place.refusals, pace.mostWaitMs);
    place.openFrom = at + wait;
    return;
  }
  if (kind === "slow") window.pushedBack(at);
  place.faults++;
  if (kind !== "unreachable" && !place.isTrial && place.faults < faultsBeforeRest) return;
  // Requests that were in flight together fail together: they are one reason to rest.
  if (at < place.openFrom) return;
  if (place.rests++ >= pace.mostRests) place.gone = message;
  place.openFrom = at + pace.restMs / 2 + jittered(pace.restMs, place.rests, pace.mostWaitMs);
  place.isTrial = true;
}

function lastWords(places: readonly Place[]): string {
  const all = places.map(({ gone }) => gone).join(" ");
  return `${all} What was answered is kept: start the run again when ${places.length > 1 ? "one of them is" : "it is"} back.`;
}
