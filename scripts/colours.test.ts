import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Colour = readonly [number, number, number];

// Not beside the file: what is in web/ knows no file system.
const css = readFileSync(new URL("../web/tokens.css", import.meta.url), "utf8");
const schemes = ["light", "dark"] as const;

/** The colours of tokens.css by name, as the first block gives them; 0 to 1, gamma still in. */
function colours(scheme: (typeof schemes)[number]): Record<string, Colour> {
  const found = css.matchAll(/--([\w-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/g);
  return Object.fromEntries(
    [...found].map(([, name, light, dark]) => {
      const hex = (scheme === "light" ? light : dark) ?? "";
      return [name, [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255) as unknown as Colour];
    }),
  );
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const times = (m: readonly (readonly number[])[], v: readonly number[]) =>
  m.map((row) => row.reduce((sum, factor, i) => sum + factor * (v[i] ?? 0), 0));

/** WCAG 2.2, relative luminance and contrast. */
const luminance = (colour: Colour) => times([[0.2126, 0.7152, 0.0722]], colour.map(linear))[0] ?? 0;
function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1: what is left of linear RGB. */
const eyes = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** Oklab (Ottosson 2020), in which distances are as the eye has them; 0.02 is just noticed side by side. */
function oklab(rgb: readonly number[]): number[] {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms.map((one) => Math.cbrt(one)),
  );
}

function distance(a: Colour, b: Colour, eye: keyof typeof eyes): number {
  const seen = (colour: Colour) => oklab(times(eyes[eye], colour.map(linear)).map((c) => Math.min(Math.max(c, 0), 1)));
  const [one, other] = [seen(a), seen(b)];
  return Math.hypot(...one.map((part, i) => part - (other[i] ?? 0)));
}

const verdicts = ["no", "uncertain", "wait", "yes"] as const;
const pairs = verdicts.flatMap((a, i) => verdicts.slice(i + 1).map((b) => [a, b] as const));

describe.each(schemes)("colours, %s", (scheme) => {
  const of = colours(scheme);
  const named = (name: string) => of[name] ?? expect.fail(`no colour --${name}`);

  test.each([
    ...verdicts.flatMap((one) => [
      [one, "paper"],
      [one, `${one}-wash`],
      [one, "raised"],
      ["on-solid", one],
    ]),
    ...["paper", "sunk", "accent-wash", "glow", "uncertain-wash", "yes-wash"].flatMap((ground) => [
      ["ink", ground],
      ["soft", ground],
    ]),
    ...["paper", "uncertain-wash", "yes-wash", "sunk"].flatMap((ground) => [
      ["accent", ground],
      ["warn", ground],
    ]),
    ["warn", "warn-wash"],
    ["on-solid", "accent"],
  ])("%s on %s can be read (WCAG AA)", (ink = "", ground = "") => {
    expect(contrast(named(ink), named(ground))).toBeGreaterThanOrEqual(4.5);
  });

  // Letters say the same: this only keeps a list of many from looking all alike.
  test.each(Object.keys(eyes) as (keyof typeof eyes)[])("verdicts differ for eyes with %s", (eye) => {
    const close = pairs
      .map(([a, b]) => [`${a}/${b}`, Number(distance(named(a), named(b), eye).toFixed(3))] as const)
      .filter(([, far]) => far < 0.04);
    expect(close).toEqual([]);
  });
});
