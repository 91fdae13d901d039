import { linkedParts, type Forge } from "./links.ts";

/** Foreign text with its issue numbers and commit ids as links, where the forge is known. */
export function LinkedText({ text, forge, isInert = false }: { text: string; forge: Forge; isInert?: boolean }) {
  return (
    <bdi dir="auto">
      {linkedParts(text, forge).map((part, i) =>
        part.href ? (
          <a key={i} href={part.href} target="_blank" rel="noreferrer" tabIndex={isInert ? -1 : undefined}>
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
