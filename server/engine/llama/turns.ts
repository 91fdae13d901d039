/** Several runs may ask one child. What each may do depends on what the others are at. */
export interface Turns {
  /** A run takes part until it leaves. `wake` is called when it may have become able to ask. */
  join(wake: () => void): Turn;
}

/** One run's place among those that ask the same child. */
export interface Turn {
  /** Whether the run may ask something now: a suspect only when nothing else is at work, and nothing else while there are suspects. */
  mayAsk(): boolean;
  /** What the run has at work, and how many of its patches are suspected of having killed the child. */
  tell(atWork: number, suspects: number, isSuspectAtWork: boolean): void;
  leave(): void;
}

interface Place {
  atWork: number;
  suspects: number;
  isSuspectAtWork: boolean;
  wake(): void;
}

/**
 * Patches that were at work when a child died are asked again one by one. That finds the one which kills it only as long as no other
 * run has anything beside it: else that one would be blamed as well. `onChange` hears how many are at work, of all runs.
 */
export function makeTurns(onChange: (atWork: number) => void = () => {}): Turns {
  const places = new Set<Place>();
  const atWork = () => [...places].reduce((sum, place) => sum + place.atWork, 0);
  return {
    join(wake) {
      const own: Place = { atWork: 0, suspects: 0, isSuspectAtWork: false, wake };
      const wakeOthers = () => [...places].forEach((place) => place !== own && place.wake());
      places.add(own);
      return {
        mayAsk() {
          if (own.suspects) return atWork() === 0;
          return [...places].every((place) => !place.suspects && !place.isSuspectAtWork);
        },
        tell(now, suspects, isSuspectAtWork) {
          const isLess = now < own.atWork || suspects < own.suspects || isSuspectAtWork < own.isSuspectAtWork;
          Object.assign(own, { atWork: now, suspects, isSuspectAtWork });
          onChange(atWork());
          if (isLess) wakeOthers();
        },
        leave() {
          places.delete(own);
          onChange(atWork());
          wakeOthers();
        },
      };
    },
  };
}
