import type { ReactNode } from "react";

/** A page or a list with nothing in it to show: what that means, and what can be done. */
export function Quiet({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="calm">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
