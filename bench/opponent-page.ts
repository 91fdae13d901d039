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
  return `<html><head><style>${style}</style></head><body>
<table id="counts"><tr><td></td>${letters.map((one) => `<td class="${one}"><a href="#show=${one}">${one.toUpperCase()}: <span id="count-${one}"></span></a></td>`).join("")}</tr></table>
<div>Show: ${letters.map((one) => `<span class="${one}"><input type="checkbox" id="show-${one}" checked onclick="refresh()"> ${one.toUpperCase()}</span>`).join(" ")}
<button id="save" disabled>Save</button> <span id="status"></span></div>
<table id="patches" border="1"><tr><th>#<br><input type="radio" name="start" checked onclick="begin(0)">All</th><th>id</th><th>subject</th><th>verdict</th><th>reason</th></tr>
${patches.map(rowOf).join("\n")}
</table>
<textarea id="output" rows="4" cols="120"></textarea>
<script>(${behave.toString()})()</script>
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
      `<input type="radio" name="v${i}" class="${one}" value="${one}" title="${titles[k]}" onclick="decide(this, ${i})"${one === chosen ? " checked" : ""}>`,
  );
  return `<tr id="row${i}" name="${sha}">
<td nowrap align="center">${i + 1}<br><input type="radio" name="start" title="Start here" onclick="begin(${i})"></td><td nowrap align="center"><a href="${url}" target="_blank">${id}</a><br><small>${authoredAt.slice(0, 10)}</small></td><td nowrap>${String(number).padStart(4, "0")} <a href="${url}" target="_blank">${escaped(subject)}</a><br><div align="right"><small>${escaped(author)}</small></div></td>
<td nowrap align="center">${radios.join(" ")}</td>
<td>${escaped(explanation(patch, reason))} <span id="notes${i}"></span>
<a href="#" id="add${i}" onclick="return openNote(${i})">[add note]</a> <a href="#" id="edit${i}" hidden onclick="return openNote(${i})">[edit note]</a> <a href="#" id="cancel${i}" hidden onclick="return closeNote(${i})">[cancel]</a>
<input type="text" id="note${i}" hidden size="60" maxlength="500" oninput="refresh()"></td></tr>`;
}

// Four sentences, as models write them: the paraphrase, the words of the author, what follows, and the word that is read.
const explanation = ({ subject, verdict }: ShownPatch, reason: string) =>
  `Explanation: this patch is about "${subject}", and the message explains in which cases the code that it touches goes wrong. ` +
  `The author's own words on where it belongs are: "${reason}" That decides the matter, because it says more than the kind of the ` +
  `patch alone would, and nothing in the rest of the message speaks against it. A person who knows that part should still look at ` +
  `it before it is picked. Conclusion: ${verdict.toLowerCase()}.`;

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const style = `tr.n { background: #fff; color: gray } tr.u { background: #e0ffe0 } tr.w { background: #e0e0ff } tr.y { background: #ffe0e0 }
input[type=radio] { appearance: none; width: 14px; height: 14px; border: 3px solid gray; border-radius: 50% }
input.u { border-color: #00e000 } input.w { border-color: #0060ff } input.y { border-color: red }
input:checked { border-color: black } input.n:checked { background: gray } input.u:checked { background: #00e000 }
input.w:checked { background: #0060ff } input.y:checked { background: red }`;

/** The page's script: radios are all the state there is, and whatever happens, all rows are gone through again. */
function behave() {
  const page = window as unknown as Record<string, unknown>;
  const find = (id: string) => document.getElementById(id)!;
  const all = ["n", "u", "w", "y"];
  const table = find("patches") as HTMLTableElement;
  const radios: HTMLInputElement[][] = [];
  let start = 0;
  for (let i = 0; i + 1 < table.rows.length; i++) {
    radios.push([...table.rows[i + 1]!.cells[3]!.getElementsByTagName("input")]);
  }
  const valueOf = (i: number) => radios[i]!.find((one) => one.checked)?.value ?? "";
  const originalOf = (i: number) => radios[i]!.find((one) => one.defaultChecked)?.value ?? "";

  function refresh() {
    const counts: Record<string, number> = {};
    const shown: Record<string, boolean> = {};
    for (const one of all) shown[one] = (find(`show-${one}`) as HTMLInputElement).checked;
    for (let i = 0; i < radios.length; i++) {
      const value = valueOf(i);
      counts[value] = (counts[value] ?? 0) + 1;
      table.rows[i + 1]!.style.display = shown[value] && i >= start ? "" : "none";
    }
    for (const one of all) find(`count-${one}`).textContent = String(counts[one] ?? 0);
    writeOutput();
    let changed = 0;
    for (let i = 0; i < radios.length; i++) {
      if (valueOf(i) !== originalOf(i) || (find(`note${i}`) as HTMLInputElement).value) changed++;
    }
    (find("save") as HTMLButtonElement).disabled = changed === 0;
    find("status").textContent = changed ? `${changed} edited` : "";
  }
  function writeOutput() {
    const ids: Record<string, string> = { n: "", u: "", w: "", y: "" };
    for (let i = start; i < radios.length; i++) {
      ids[valueOf(i)] += `${table.rows[i + 1]!.getAttribute("name")!.slice(0, 8)} `;
    }
    (find("output") as HTMLTextAreaElement).value = ["y", "w", "u", "n"]
      .map((one) => `cid_${one}=( ${ids[one]})`)
      .join("\n");
  }
  page["refresh"] = refresh;
  page["decide"] = (radio: HTMLInputElement, i: number) => {
    table.rows[i + 1]!.className = radio.value;
    refresh();
  };
  page["begin"] = (i: number) => {
    start = i;
    refresh();
  };
  page["openNote"] = (i: number) => {
    find(`note${i}`).hidden = find(`cancel${i}`).hidden = false;
    return false;
  };
  page["closeNote"] = (i: number) => {
    find(`note${i}`).hidden = find(`cancel${i}`).hidden = true;
    return false;
  };
  for (let i = 0; i < radios.length; i++) table.rows[i + 1]!.className = valueOf(i);
  refresh();
}
