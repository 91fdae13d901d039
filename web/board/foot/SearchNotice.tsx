import { useLasting } from "../../ui/useLasting.ts";

/** An index that is behind has mostly caught up before anybody could read that it was. */
const patienceMs = 600;

/** What the search cannot look through for the moment. */
export function SearchNotice({ gap }: { gap: string | null }) {
  const isLong = useLasting(gap && "gap", patienceMs);
  if (!isLong) return null;
  return (
    <p className="notice wait" role="status">
      {gap}
    </p>
  );
}
