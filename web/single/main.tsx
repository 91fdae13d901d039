import "../tokens.css";
import "../app.css";
import "../looks/edges.css";
import "../looks/density.css";
import "../looks/contrast.css";
import "../looks/phone.css";
import "../looks/print.css";
import { createRoot } from "react-dom/client";
import { RelayEnvironmentProvider } from "react-relay";
import { Environment, RecordSource, Store } from "relay-runtime";
import { App } from "../App.tsx";
import { keepMessages } from "../board/messages.ts";
import { connection } from "../environment.ts";
import { Quiet } from "../ui/Quiet.tsx";
import { applyDensity } from "../ui/density.ts";
import { applyTheme } from "../ui/theme.ts";
import { navigate, routeIn } from "../useRoute.ts";
import { wholeView } from "../route.ts";
import { unpack, type Content } from "./content.ts";
import { FileBoard } from "./fileBoard.ts";
import { KeptLog } from "./kept.ts";
import { fileNetwork } from "./network.ts";
import { openFile } from "./opened.ts";

applyTheme();
applyDensity();
const root = document.getElementById("root");
const packed = document.getElementById("content")?.textContent;
if (!root || packed == null) throw new Error("the file lacks #root or #content");
try {
  show(root, await unpack(packed));
} catch (error) {
  createRoot(root).render(
    <main className="page">
      <Quiet isPage title="This file cannot be shown">
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </Quiet>
    </main>,
  );
}

function show(root: HTMLElement, content: Content) {
  const log = new KeptLog(content.id);
  const { name } = content.page.series;
  document.title = `${name}: patchboard`;
  keepMessages(content.patches.map(({ id, commit }) => [id, commit.message]));
  openFile({ at: content.at, series: name, epoch: content.page.series.epoch, log });
  // A link to part of the board says its part; without one it opens on what it was made for.
  if (routeIn(location).series !== name)
    navigate({ series: name, view: { ...wholeView, target: content.target } }, "replace");
  connection.set("live");
  const environment = new Environment({
    network: fileNetwork(content, new FileBoard(content, Date.now()), log),
    store: new Store(new RecordSource(), { gcReleaseBufferSize: 20 }),
  });
  createRoot(root).render(
    <RelayEnvironmentProvider environment={environment}>
      <App />
    </RelayEnvironmentProvider>,
  );
}
