// A page of the shape of HAProxy's patchbot, in words of our own: what one file with all rows in one table costs a browser.

/** What the page shows of a patch. */
export interface ShownPatch {
  sha: string;
  number: number;
  subject: string;
  author: string;
  authoredAt: string;
  verdict: string;
  reason: string;
}

/** What such pages were measured to hold for each row; the bench says how near its own comes. */
export const expectedPerRow = { nodes: 47, listeners: 9, bytes: 2_200 };

/** The whole page: a head with counts and filters, one table that lays itself out, all rows with their own handlers, a script. */
export function opponentPage(patches: readonly ShownPatch[]): string {
  return `<html><head><style>${style}</style><script>const ids = [], picked = []; Object.assign(window, { ids, picked })</script></head><body>
<table id="counts"><tr><td></td>${letters.map((one) => `<td class="${one}"><a href="#show=${one}">${one.toUpperCase()}: <span id="count-${one}"></span></a></td>`).join("")}</tr></table>
<div>Show: ${letters.map((one) => `<span class="${one}"><input type="checkbox" id="show-${one}" checked onclick="refresh()"> ${one.toUpperCase()}</span>`).join(" ")}
<button id="save" disabled>Save</button> <span id="status"></span></div>
<table id="patches" border="1" cellspacing="0" cellpadding="3"><tr><th>#<br><input type="radio" name="start" checked onclick="begin(0)">All</th><th>id</th><th>subject</th><th>verdict</th><th>reason</th></tr>
${patches.map(rowOf).join("\n")}
</table>
<textarea id="output" rows="4" cols="120"></textarea>
<script>(${behave.toString()})(${JSON.stringify(colours)})</script>
</body></html>`;
}

const letters = ["n", "u", "w", "y"];
const titles = ["Drop", "Uncertain", "Wait", "Pick"];
const letterOf: Record<string, string> = { NO: "n", UNCERTAIN: "u", WAIT: "w", YES: "y" };

function rowOf(patch: ShownPatch, i: number): string {
  const { sha, number, subject, author, authoredAt, reason } = patch;
  const id = sha.slice(0, 8);
  const url = `https://git.example.org/?p=project.git;a=commitdiff;h=${sha}`;
  const chosen = letterOf[patch.verdict] ?? "u";
  const radios = letters.map(
    (one, k) =>
      `<input type="radio" id="v${i}${one}" name="${sha}" class="${one}" value="${one}" title="${titles[k]}" onclick="decide(${i})"${one === chosen ? " checked" : ""}>`,
  );
  const cells = [
    `${i + 1}<br><input type="radio" name="start" title="Start here" onclick="begin(${i})">`,
    `<a href="${url}" target="_blank">${id}</a><br><small>${authoredAt.slice(0, 10)}</small>`,
    `${String(number).padStart(4, "0")} <a href="${url}" target="_blank">${escaped(subject)}</a><br><div align="right"><small>${escaped(author)}</small></div>`,
    radios.join(" "),
    `${escaped(explanation(patch, reason))}<div id="notes${i}"></div>
<a href="#" id="add${i}" onclick="return openNote(${i})">[add note]</a> <a href="#" id="edit${i}" hidden onclick="return openNote(${i})">[edit note]</a> <a href="#" id="cancel${i}" hidden onclick="return closeNote(${i})">[cancel]</a>
<input type="text" id="note${i}" hidden size="60" maxlength="500" oninput="decide(${i})">`,
  ];
  const columns = ['nowrap align="center"', "nowrap", "nowrap", 'nowrap align="center"', ""];
  const bold = chosen === "n" && /^(BUG|DOC)/.test(subject) ? ' style="font-weight: bold"' : "";
  // Each row brings a script of its own, so that the parser stops there, and a table that grows is laid out again and again.
  return (
    `<script>ids[${i}] = "${sha}"; picked[${i}] = 0</script>` +
    `<tr id="row${i}" name="${sha}"${bold}>${cells.map((cell, k) => `<td ${columns[k]}>${cell}</td>`).join("")}</tr>`
  );
}

// Four sentences, as models write them: the paraphrase, the words of the author, what follows, and the word that is read.
const explanation = ({ subject, verdict }: ShownPatch, reason: string) =>
  `Explanation: this patch is about "${subject}", and the message explains in which cases the code that it touches goes wrong. ` +
  `The author's own words on where it belongs are: "${reason}" That decides the matter, because it says more than the kind of the ` +
  `patch alone would, and nothing in the rest of the message speaks against it. A person who knows that part should still look at ` +
  `it before it is picked. Conclusion: ${verdict.toLowerCase()}.`;

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const colours = { n: "#fff", u: "#e0ffe0", w: "#e0e0ff", y: "#ffe0e0" };
const rings = { n: "gray", u: "#00e000", w: "#0060ff", y: "red" };
const style = `input[type=radio] { appearance: none; width: 1.25em; height: 1.25em; border: 3px solid gray; border-radius: 50% }
${Object.entries(rings)
  .map(
    ([one, ring]) =>
      `input.${one} { border-color: ${ring} } input.${one}:checked { border-color: black; background: ${ring} }`,
  )
  .join("\n")}`;

/**
 * The page's script: radios are all the state there is, found by their ids, and whatever happens, all rows are gone through
 * again three times: for the table, for what to copy, and for whether there is something to save.
 */
function behave(colourOf: Record<string, string>) {
  const page = window as unknown as Record<string, unknown> & { ids: string[]; picked: number[] };
  const find = (id: string) => document.getElementById(id)!;
  const radio = (id: string) => find(id) as HTMLInputElement;
  const all = ["n", "u", "w", "y"];
  const rows = page.ids.length;
  const { ids, picked } = page;
  let start = 0;

  function refreshTable(only: number | null) {
    const counts: Record<string, number> = { n: 0, u: 0, w: 0, y: 0 };
    const shown: Record<string, boolean> = {};
    for (const one of all) shown[one] = radio(`show-${one}`).checked;
    for (let i = 0; i < rows; i++) {
      isEdited(i);
      const value = all.find((one) => radio(`v${i}${one}`).checked)!;
      counts[value]!++;
      if (only !== null && only !== i) continue;
      const row = find(`row${i}`);
      row.style.backgroundColor = colourOf[value]!;
      row.style.display = shown[value] && i >= start ? "" : "none";
    }
    for (const one of all) find(`count-${one}`).innerText = String(counts[one]);
  }
  function refreshOutput() {
    const lists: Record<string, string> = { n: "", u: "", w: "", y: "" };
    for (let i = start; i < rows; i++) {
      if (!picked[i]) lists[all.find((one) => radio(`v${i}${one}`).checked)!] += ` ${ids[i]}`;
    }
    (find("output") as HTMLTextAreaElement).value = ["y", "w", "u", "n"]
      .map((one) => `cid_${one}=(${lists[one]} )`)
      .join("\n");
  }
  function isEdited(i: number) {
    return (
      radio(`note${i}`).value !== "" ||
      all.some((one) => radio(`v${i}${one}`).checked !== radio(`v${i}${one}`).defaultChecked)
    );
  }
  function refreshSave() {
    let changed = 0;
    for (let i = 0; i < rows; i++) if (isEdited(i)) changed++;
    (find("save") as HTMLButtonElement).disabled = changed === 0;
    find("status").innerText = changed ? `${changed} edited` : "";
  }
  function refresh(only: number | null) {
    refreshTable(only);
    refreshOutput();
    refreshSave();
  }
  page["refresh"] = () => refreshTable(null);
  page["decide"] = refresh;
  page["begin"] = (i: number) => {
    start = i;
    refresh(null);
  };
  page["openNote"] = (i: number) => {
    find(`note${i}`).hidden = find(`cancel${i}`).hidden = false;
    return false;
  };
  page["closeNote"] = (i: number) => {
    find(`note${i}`).hidden = find(`cancel${i}`).hidden = true;
    return false;
  };
  refresh(null);
}
