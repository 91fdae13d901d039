/** Text that others wrote: its direction is its own and does not reach into what stands beside it. */
export function Foreign({ children }: { children: string }) {
  return <bdi dir="auto">{children}</bdi>;
}
