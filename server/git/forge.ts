/** URL templates of a forge; `{id}` stands for a full commit id or an issue number. `issue` null where there are none. */
export interface Forge {
  commit: string;
  issue: string | null;
}

/**
 * Web links from the URL of a remote: GitHub, GitLab, Gitea and Forgejo, cgit and gitweb; null when the host says nothing
 * about what runs there. Only http and https come out, whatever went in. Pure.
 */
export function forgeOf(url: string): Forge | null {
  const place = placeOf(url.trim());
  if (!place) return null;
  const { host, path } = place;
  const site = `https://${host}/${path}`;
  if (/(^|\.)github\./.test(host)) return { commit: `${site}/commit/{id}`, issue: `${site}/issues/{id}` };
  if (/(^|\.)(gitlab|salsa)\./.test(host) || host === "invent.kde.org") {
    return { commit: `${site}/-/commit/{id}`, issue: `${site}/-/issues/{id}` };
  }
  if (/(^|\.)(codeberg|gitea|forgejo)\./.test(host))
    return { commit: `${site}/commit/{id}`, issue: `${site}/issues/{id}` };
  if (host === "git.kernel.org" || /(^|\/)cgit(\.cgi)?\//.test(path) || host.startsWith("cgit.")) {
    return { commit: `${site.replace(/\/?$/, "/")}commit/?id={id}`, issue: null };
  }
  if (host.startsWith("git.")) return { commit: `https://${host}/?p=${gitwebPath(path)};a=commit;h={id}`, issue: null };
  return null;
}

/** Host and path of `https://`, `ssh://`, `git://` and `user@host:path` URLs; user names and passwords are dropped. */
function placeOf(url: string): { host: string; path: string } | null {
  const full = /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^@/]*@)?([a-z0-9.-]+)(?::\d+)?\/+(.+)$/i.exec(url);
  const short = /^(?:[\w.-]+@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+):(?!\/\/)\/*(.+)$/i.exec(url);
  const [, host, path] = full ?? short ?? [];
  if (!host || !path || !/^[\w.~+/-]+$/.test(path)) return null;
  const isGitweb = host.toLowerCase().startsWith("git.");
  return {
    host: host.toLowerCase(),
    path: isGitweb ? path.replace(/\/+$/, "") : path.replace(/\/+$/, "").replace(/\.git$/, ""),
  };
}

function gitwebPath(path: string): string {
  const inside = path.replace(/^(git|r|p)\//, "");
  return inside.endsWith(".git") ? inside : `${inside}.git`;
}
