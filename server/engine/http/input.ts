import type { Question } from "../engine.ts";
import { cutMark, headShare, promptInput } from "../prompt.ts";

/**
 * What chat templates use to tell turns apart: ChatML and Llama 3 (`<|im_start|>`), DeepSeek (with a wide bar), Mistral, Llama 2,
 * Gemma, and the marks of thinking. Servers read them in a message as if they were their own.
 */
const turnMarks =
  /<(?=[|｜])|(?<=[|｜])>|<(?=\/?(?:s|bos|eos|think|start_of_turn|end_of_turn)>)|(?:<<|\[)(?=\/?(?:INST|SYS)\b)/g;

/** No server is sent more than that of one message. */
const mostCharacters = 60_000;

/** What stands in the prompt's slot. Marks of turns get a space, so that a message cannot end its turn: it stays data. */
export function inputFor(question: Question): { input: string; isCut: boolean } {
  const whole = promptInput(question);
  const isCut = whole.length > mostCharacters;
  const kept = isCut ? cutInput(whole, mostCharacters) : whole;
  return { input: kept.replace(turnMarks, (mark) => (mark === ">" ? " >" : `${mark} `)), isCut };
}

/** Takes the middle out of a message, so that about `most` characters stay. The lines at both cuts stay whole where they are short. */
export function cutInput(input: string, most: number): string {
  const room = Math.max(most - cutMark.length, 0);
  const head = Math.floor(room * headShare);
  const tail = input.length - (room - head);
  const headEnd = input.lastIndexOf("\n", head);
  const tailStart = input.indexOf("\n", tail);
  const longestLine = room / 4;
  return (
    input.slice(0, head - headEnd < longestLine ? headEnd : head).trimEnd() +
    cutMark +
    input.slice(tailStart >= 0 && tailStart - tail < longestLine ? tailStart + 1 : tail)
  );
}
