import { letters, type View } from "./route.ts";

/**
 * What a link to patchbot's page asks for: `#show=<letters of bnuwyo>&start=<all|number>`, both optional; nothing when the
 * fragment is no such link. Its `o` stands for rows without notes. Its `b` adds what is backported to each letter; here that is
 * a class of its own, so that all backported patches are shown.
 */
export function patchbotView(hash: string): Partial<View> {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const [show, start] = [said.get("show"), said.get("start")];
  const view: Partial<View> = {};
  if (show !== null) {
    view.show = letters.filter((one) => show.includes(one));
    view.only = show.includes("o") ? [] : ["notes"];
  }
  if (start === "all") view.start = "all";
  else if (start !== null && /^\d{1,7}$/.test(start)) view.start = Number(start);
  return view;
}
