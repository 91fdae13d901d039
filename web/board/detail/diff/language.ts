/** Names of languages as highlight.js has them, by the end of a file's name. Only what it brings with its common ones. */
const byEnding: Record<string, string> = {
  ...of("c", "c h"),
  ...of("cpp", "cc cpp cxx hh hpp hxx"),
  ...of("csharp", "cs"),
  ...of("css", "css"),
  ...of("go", "go"),
  ...of("graphql", "graphql gql"),
  ...of("ini", "ini toml cfg conf service socket timer"),
  ...of("java", "java"),
  ...of("javascript", "js mjs cjs jsx"),
  ...of("json", "json"),
  ...of("kotlin", "kt kts"),
  ...of("lua", "lua"),
  ...of("makefile", "mk mak"),
  ...of("objectivec", "m mm"),
  ...of("perl", "pl pm"),
  ...of("php", "php"),
  ...of("python", "py"),
  ...of("ruby", "rb"),
  ...of("rust", "rs"),
  ...of("bash", "sh bash"),
  ...of("sql", "sql"),
  ...of("swift", "swift"),
  ...of("typescript", "ts tsx mts cts"),
  ...of("xml", "xml html svg"),
  ...of("yaml", "yaml yml"),
};

/** The language of a path; null where none is known, and the text stays as it is. */
export function languageOf(path: string): string | null {
  const name = path.split("/").at(-1)?.toLowerCase() ?? "";
  if (/^(gnu)?makefile/.test(name)) return "makefile";
  return byEnding[/\.(\w+)$/.exec(name)?.[1] ?? ""] ?? null;
}

function of(language: string, endings: string): Record<string, string> {
  return Object.fromEntries(endings.split(" ").map((ending) => [ending, language]));
}
