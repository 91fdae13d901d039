import { memo, useEffect, useMemo, useState } from "react";
import { diffFiles, type DiffFile, type DiffLine } from "./diffLines.ts";
import type { Token } from "./colours.ts";
import { languageOf } from "./language.ts";

type Coloured = readonly (readonly (readonly Token[] | null)[])[];

/** A diff, coloured as soon as what does that is loaded; until then, and where no language is known, as it is. */
export function DiffText({ lines }: { lines: readonly string[] }) {
  const files = useMemo(() => diffFiles(lines), [lines]);
  return (
    <pre className="diff" tabIndex={0} aria-label="Diff text">
      {files.map((file, i) => (
        <FileText key={i} file={file} />
      ))}
    </pre>
  );
}

const FileText = memo(function FileText({ file }: { file: DiffFile }) {
  const colours = useColours(file);
  const count = file.head.length + file.hunks.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <span className="diff-file" style={{ "--lines": count } as React.CSSProperties}>
      {file.head.map((line, i) => (
        <Line key={i} line={line} tokens={null} />
      ))}
      {file.hunks.map((hunk, i) =>
        hunk.lines.map((line, j) => <Line key={`${i} ${j}`} line={line} tokens={colours?.[i]?.[j] ?? null} />),
      )}
    </span>
  );
});

function Line({ line: { kind, text }, tokens }: { line: DiffLine; tokens: readonly Token[] | null }) {
  return (
    <span data-line={kind}>
      {tokens ? (
        <>
          {text[0]}
          {tokens.map(([part, colour], i) => (
            <i key={i} data-colour={colour}>
              {part}
            </i>
          ))}
        </>
      ) : (
        text
      )}
      {"\n"}
    </span>
  );
}

/** The colours of a file, hunk by hunk, one task for each file so that a key in between is not kept waiting. */
function useColours(file: DiffFile): Coloured | null {
  const [colours, setColours] = useState<Coloured | null>(null);
  useEffect(() => {
    const language = languageOf(file.path);
    if (!language || !file.hunks.length) return;
    let isWanted = true;
    void import("./colours.ts").then(
      ({ colourHunk }) =>
        setTimeout(() => isWanted && setColours(file.hunks.map((hunk) => colourHunk(hunk, language)))),
      () => {}, // the server is gone: the diff is there without colours
    );
    return () => {
      isWanted = false;
    };
  }, [file]);
  return colours;
}
