import { expect, test } from "vitest";
import { wholeMatrix } from "./matrix/view.ts";
import { formatRoute, parseRoute, wholeView, type Route } from "./route.ts";

const there = (url: string) => {
  const { pathname, search } = new URL(url, "http://board");
  return parseRoute(pathname, search);
};

test.each<Route>([
  { series: null, view: wholeView },
  { series: "haproxy-3.5", view: wholeView },
  { series: "a/b 100%", view: { ...wholeView, target: "release/2.x" } },
  { series: "s", view: { ...wholeView, show: ["u", "w"], only: ["undecided", "notes"], start: "all" } },
  { series: "s", view: { ...wholeView, show: [], area: "mux-h2", author: "Ada & Co", text: "#12 + ü", start: 420 } },
  { series: "s", view: { ...wholeView, show: ["n", "u", "w", "y", "b", "m"] } },
  { series: "s", view: { ...wholeView, open: "0123abcd" } },
  { series: "s", view: { ...wholeView, order: "queue", only: ["unseen"] } },
  { series: "s", view: { ...wholeView, matrix: wholeMatrix } },
  {
    series: "s",
    view: { ...wholeView, matrix: { branch: "3.0-stable", state: "yes", rows: "mattering" }, text: "h2" },
  },
  { series: "s", view: { ...wholeView, matrix: { branch: null, state: null, rows: "all" } } },
])("a URL gives back the route it was made of (%#)", (route) => {
  expect(there(formatRoute(route))).toEqual(route);
});

test("only what differs from the default is in the URL", () => {
  expect(formatRoute({ series: "s", view: { ...wholeView, text: "h2" } })).toBe("/s/s?q=h2");
});

test("what a URL says wrongly counts as not said", () => {
  expect(there("/s/s?show=q&start=-1&only=sugar&open=zz&order=price").view).toEqual({ ...wholeView, show: [] });
  expect(there("/s/%E0%A4%A").series).toBe("%E0%A4%A");
  expect(there("/s/s?as=table&state=yes").view.matrix).toBeNull();
  expect(there("/s/s?as=matrix&state=maybe&rows=few").view.matrix).toEqual(wholeMatrix);
  expect(there("/elsewhere").series).toBeNull();
});

test.each([
  ["#show=nuwyo&start=all", { show: ["n", "u", "w", "y"], start: "all" }],
  ["#start=420&show=wb", { show: ["w", "b"], only: ["notes"], start: 420 }],
  ["#colour=red&start=soon", {}],
  ["#rows", {}],
] as const)("a link to patchbot's page, %s, is understood", (hash, said) => {
  expect(parseRoute("/s/s", "?q=h2", hash).view).toEqual({ ...wholeView, text: "h2", ...said });
});
