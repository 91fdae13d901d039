/** Which numbers in a sentence are versions of this project, and which belong to something else. */
import { compareVersions, versionOf } from "../../domain.ts";

/** What may be a version here: the stable branches, the version in development, or shapes alone when neither is known. */
export interface Scope {
  /** Canonical version ("2.8", "27") -> the name that the series uses for it. */
  names: ReadonlyMap<string, string>;
  newest: string | null;
  /** How many numbers a version of this project has: 1 for "254", 2 for "2.8"; 0 where nothing is known. */
  parts: number;
  /** The version in development, null where it is not known. */
  development: string | null;
  stable: readonly string[];
}

/** A version as found in a text: `start` and `end` count in that text. */
export interface Found {
  version: string;
  start: number;
  end: number;
}

const number =
  /(?<![\w.#]|[^\w\s][/-])([vV]?)(\d{1,3}(?:[._]\d{1,3}){0,2})((?:\.[xy*]|[._]STABLE|[-_]stable|[-_]dev\d*|-rc\d*|[._]LTS)?)(\+?)(?![\w%]|[.,]\d|-(?![\s\dv]))/g;
/** Words that own the number after them; OpenSSL 3.x and HAProxy 3.x share names. */
const products = new Set(
  (
    "openssl libressl boringssl wolfssl aws-lc awslc quictls gnutls nss mbedtls tls ssl dtls http https h2 h3 quic lua luajit pcre pcre2 gcc g++ " +
    "clang llvm make gmake cmake meson ninja bash python perl ruby php java go golang rust node nodejs npm glibc musl libc zlib kernel linux freebsd " +
    "openbsd netbsd solaris illumos macos osx darwin ubuntu debian rhel centos fedora alpine suse sles windows android postgresql postgres mysql " +
    "mariadb sqlite redis nginx apache curl varnish squid git github vtest valgrind coverity rfc section chapter figure table issue bug cve cid page " +
    "line level step point item port protocol ipv utf sse avx arm c c++ ssh opentracing prometheus grafana kubernetes k8s containerd runc buildkit " +
    "compose buildx libxml2 libbpf bpf dwarf elf abi api tcp udp pgbouncer slz libslz factor chapter jdk openjdk cgroup"
  ).split(" "),
);
/** The project's own name, or a word for a branch, may be written large before a version. */
const ownWords =
  /^(?:haproxy|dpdk|pgpool(?:-ii)?|systemd|moby|docker|version|versions|branch|branches|release|releases|lts|stable|backport\w*|backpatch\w*|v|to|in|for|since|until|only|on|from|and|or|at|as|back|patch(?:ed)?|must|affects?|after|before|with|also|maint|rel|heads|origin|upstream|remotes)$/i;
const units =
  /^\s?(?:ms|s|sec|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|bytes?|bits?|[kmg]b|[kmg]ib|%|percent)\b/i;
/** After a single number these count things: "2 following patches". */
const counted =
  /^\s?(?:x|commits?|patch(?:es)?|threads?|cpus?|connections?|requests?|files?|lines?|others?|previous|following|more|first|last|issues?|different|functions?|points?|of|steps?)\b/i;

const scopes = new Map<string, Scope>();
const mostScopes = 64;

/** What versions look like on a series; kept for the next question of the same series. */
export function scopeOf(stable: readonly string[], development: string | null): Scope {
  const key = `${development} ${stable.join(" ")}`;
  const known = scopes.get(key);
  if (known) return known;
  const names = new Map<string, string>();
  for (const name of stable) names.set(versionOf(name) ?? name, name);
  const all = [...names.keys(), ...(development ? [versionOf(development) ?? development] : [])];
  const scope: Scope = {
    names,
    newest: all.toSorted(compareVersions).at(-1) ?? null,
    parts: Math.max(0, ...all.map((version) => version.split(".").length)),
    development: development ? (versionOf(development) ?? development) : null,
    stable,
  };
  if (scopes.size >= mostScopes) scopes.clear();
  scopes.set(key, scope);
  return scope;
}

/** The versions of this project that a text names, in order. */
export function findVersions(text: string, scope: Scope): Found[] {
  const found: Found[] = [];
  let foreign = -1;
  for (const match of text.matchAll(number)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 40), start);
    const chained = foreign >= 0 && /^(?:\.x)?\s*(?:,|\/|and|or|&|-)\s*$/.test(text.slice(foreign, start));
    const version = canonical(match[2]!, scope);
    if (chained || isForeign(before, text.slice(end, end + 20), match[2]!)) foreign = end;
    else if (version && isPlausible(version, match, before, scope))
      found.push({ version: scope.names.get(version) ?? version, start, end });
  }
  return found;
}

/** "v2.6.0" names the 2.6 branch where branches have two numbers; "4_6" is 4.6. */
function canonical(digits: string, scope: Scope): string | null {
  const parts = digits.replaceAll("_", ".").split(".");
  if (parts.some((part) => part.length > 1 && part.startsWith("0") && scope.parts !== 2)) return null;
  const wanted = scope.parts || Math.min(parts.length, 2);
  if (parts.length > wanted && scope.names.has(parts.join("."))) return parts.join(".");
  return parts.slice(0, Math.max(1, wanted)).join(".");
}

/** Whether the number belongs to something else: a product, a measure, an issue, another project's branch ("foo-2.8"). */
function isForeign(before: string, after: string, digits: string): boolean {
  if (units.test(after) || (/^\d+$/.test(digits) && counted.test(after))) return true;
  const word = /([A-Za-z][\w+.-]*?)([\s:>=<~(/-]*)$/.exec(before);
  if (!word) return /#\s*$/.test(before) && !/stable\S*\s+#\s*$/.test(before);
  const [, said, between] = word as unknown as [string, string, string];
  const name = said.toLowerCase();
  if (products.has(name) || products.has(name.replace(/^lib/, ""))) return true;
  if (/^[/-]/.test(between)) return !ownWords.test(said);
  const startsSentence = before.slice(0, word.index).trim() === "" && before.length < 40;
  return /[A-Z]/.test(said) && !startsSentence && !ownWords.test(said) && !/[.:]\s*$/.test(before);
}

function isPlausible(version: string, match: RegExpExecArray, before: string, scope: Scope): boolean {
  if (scope.names.has(version) || version === scope.development) return scope.parts !== 1 || isMarked(match, before);
  const parts = version.split(".").length;
  if (!scope.newest) return parts > 1 || isMarked(match, before);
  if (parts !== scope.parts) return false;
  // Older branches, no longer kept, are still named; what is newer than everything known is somebody else's version.
  return (
    compareVersions(version, scope.newest) <= 0 &&
    isRecent(version, scope.newest) &&
    (parts > 1 || isMarked(match, before))
  );
}

/** A single number is a version only where something says so: a "v", a suffix, or the word before it. */
function isMarked(match: RegExpExecArray, before: string): boolean {
  if (match[1] || match[3] || match[4]) return true;
  return /(?:\b(?:to|far as|into|in|until|till|through|since|and|versions?|branch(?:es)?|releases?|least|stable|up|for)|[,/&:])\s*$/i.test(
    before,
  );
}

function isRecent(version: string, newest: string): boolean {
  const [major, newestMajor] = [Number(version.split(".")[0]), Number(newest.split(".")[0])];
  return newestMajor < 10 ? major >= Math.max(1, newestMajor - 3) : major * 2 >= newestMajor;
}
