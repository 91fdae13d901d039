// The only script of the file that is readable: it unpacks the program, which is let in by its hash like this one, and runs it.
const root = document.getElementById("root");
if (typeof DecompressionStream === "undefined") {
  root.textContent = "This browser is too old for the file: Firefox 113, Chrome 80 or Safari 16.4 can open it.";
} else {
  const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (letter) =>
    letter.charCodeAt(0),
  );
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  const script = document.createElement("script");
  script.type = "module";
  const trusted = globalThis.trustedTypes?.createPolicy("program", { createScript: (code) => code });
  script.textContent = trusted ? trusted.createScript(text) : text;
  document.body.append(script);
}
