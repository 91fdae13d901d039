import { useBoard } from "../BoardContext.ts";

/** Names the columns for the eye; the grid has its own head for screen readers. */
export function Columns() {
  const { targets, target } = useBoard();
  return (
    <div className="columns" aria-hidden="true">
      <span className="c-number">№</span>
      <span className="c-id">commit</span>
      <span className="c-subject">
        <span>
          subject<span className="and">, and why</span>
        </span>
        <span className="why">why</span>
      </span>
      <span className="c-author">author</span>
      <span className="c-verdict">for {targets[target]?.label}</span>
      <span className="c-branches">
        {targets.map((one, i) => (
          <span key={one.id} className="branch-name" data-current={i === target} title={one.branch}>
            {one.label}
          </span>
        ))}
      </span>
    </div>
  );
}
