/** A chart's own units: 100 wide, `height` high, drawn into whatever room there is. */
export const chartWidth = 100;
export const chartHeight = 24;

/** From the first day of all charts to the last, YYYY-MM-DD. */
export interface Span {
  from: string;
  to: string;
}

/** The days that a number of charts have in common to draw; null when nothing has happened on any. */
export function spanOf(days: readonly string[]): Span | null {
  const [from, to] = [days.reduce(least, days[0] ?? ""), days.reduce(greatest, "")];
  return from && to ? { from, to } : null;
}

/**
 * An SVG path of a value that stays as it was until it changes, over the span of all charts; it begins at 0 and goes on to
 * the end. `most` is the value at the top.
 */
export function stepPath(points: readonly { from: string; value: number }[], span: Span, most: number): string {
  const [start, end] = [Date.parse(span.from), Date.parse(span.to)];
  const x = (day: string) => (end === start ? chartWidth : ((Date.parse(day) - start) / (end - start)) * chartWidth);
  // Half a unit in: a line on the very edge would lose half its width.
  const y = (value: number) => chartHeight - 1 - (most ? (value / most) * (chartHeight - 2) : 0);
  const steps = points.map(({ from, value }) => `H${round(x(from))}V${round(y(value))}`);
  return `M0 ${round(y(0))}${steps.join("")}H${chartWidth}`;
}

const least = (a: string, b: string) => (b < a ? b : a);
const greatest = (a: string, b: string) => (b > a ? b : a);
const round = (n: number) => Math.round(n * 100) / 100;
