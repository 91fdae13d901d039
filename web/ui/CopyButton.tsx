import { useEffect, useState, type Ref } from "react";
import { copyText } from "./copy.ts";

const shownMs = 1_600;

interface Props {
  text: string;
  label: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that copies `text` and says for a moment whether it did. */
export function CopyButton({ text, label, className, ref }: Props) {
  const [outcome, setOutcome] = useState<"copied" | "not copied" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <button
      ref={ref}
      type="button"
      className={className}
      disabled={!text}
      onClick={() => void copyText(text).then((done) => setOutcome(done ? "copied" : "not copied"))}
    >
      {outcome ?? label}
    </button>
  );
}
