import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import { withKey } from "../keys/bindings.ts";
import { Key } from "../keys/Key.tsx";
import type { Act } from "../keys/commands.ts";
import type { Resume_series$data, Resume_series$key } from "../../__generated__/Resume_series.graphql.ts";

/** Where somebody was in the review. */
export type Place = Resume_series$data["places"][number];

/**
 * Where everybody was in what is reviewed now, and which of these places this person would go on at: the own one, else the last one
 * of others. `firstFor`: the number of the first patch to review for a target.
 */
export function usePlaces(key: Resume_series$key, me: string | null, firstFor: (branch: string) => number) {
  const { places: all } = useFragment(
    graphql`
      fragment Resume_series on Series {
        places {
          who
          at
          patch {
            id
            number
          }
          target {
            branch
          }
        }
      }
    `,
    key,
  );
  // Who was before the start of the review has nothing to go on with there.
  const places = all.filter(({ patch, target }) => patch.number >= firstFor(target.branch));
  return { places, mine: places.find(({ who }) => who === me) ?? places[0] ?? null };
}

interface Props {
  place: Place | null;
  me: string | null;
  perform: (act: Act) => void;
}

/** Goes on where the person, or somebody before, was. */
export function Resume({ place, me, perform }: Props) {
  if (!place) return null;
  const { who, at, patch, target } = place;
  const isMine = who === me;
  return (
    <button
      type="button"
      className="pill"
      title={withKey(`${isMine ? "You were" : `${who} was`} here ${clock(at)}, for ${target.branch}`, "place")}
      onClick={() => perform({ do: "place", who: null })}
    >
      {isMine ? "Go on" : <bdi>{who}</bdi>} at {patch.number} <Key of="place" />
    </button>
  );
}
