import type { ReactNode } from "react";

/** A list, or a whole page, with nothing in it to show: what that means, and what can be done. */
export function Quiet({ title, isPage = false, children }: { title: string; isPage?: boolean; children?: ReactNode }) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <section className="calm">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}
