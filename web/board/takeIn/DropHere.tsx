import "./takeIn.css";
import { useEffect, useState } from "react";
import { useStable } from "../../ui/useStable.ts";
import { useTakeIn } from "./useTakeIn.ts";

interface Props {
  series: { id: string; name: string };
}

/** Takes in a decisions file that is dropped anywhere on the board. */
export function DropHere({ series }: Props) {
  const takeIn = useStable(useTakeIn(series));
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void takeIn(file);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [takeIn]);
  return isOver ? <p className="drop-here">Drop a decisions file to take it in</p> : null;
}
