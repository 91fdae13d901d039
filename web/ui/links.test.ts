import { expect, test } from "vitest";
import { linkedParts, urlFor } from "./links.ts";

const forge = { commitUrl: "https://git.example/{id}", issueUrl: "https://git.example/issues/{id}" };
const links = (text: string) =>
  linkedParts(text, forge)
    .filter((part) => part.href)
    .map((part) => part.text);

test.each([
  ["See #123 and commit 2e42a19cde.", ["#123", "2e42a19cde"]],
  ["#1234567 is no issue, nor is foo#12 nor &#39;", []],
  ["defaced words and 20261121 dates are no ids", []],
  [
    "0123abc (short) and 1eb0f22ee1b64d75c8535b5a48f96b6ead91a341",
    ["0123abc", "1eb0f22ee1b64d75c8535b5a48f96b6ead91a341"],
  ],
  ["a uuid 1b4e28ba-2fa1-11d2 is none", []],
])("%s", (text, expected) => {
  expect(links(text)).toEqual(expected);
  expect(
    linkedParts(text, forge)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});

test("without a known forge everything is plain text", () => {
  const text = "See #1 and 2e42a19cde.";
  expect(linkedParts(text, { commitUrl: null, issueUrl: null })).toEqual([{ text, href: null }]);
});

test("only http and https lead anywhere", () => {
  expect(urlFor("javascript:alert({id})", "1")).toBeNull();
  expect(urlFor("http://forge/{id}", "a b")).toBe("http://forge/a%20b");
});
