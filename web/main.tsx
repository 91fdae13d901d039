import { createRoot } from "react-dom/client";
import { RelayEnvironmentProvider } from "react-relay";
import { App } from "./App.tsx";
import { createEnvironment } from "./environment.ts";
import { openBoard } from "./opening.ts";
import { parseRoute } from "./route.ts";
import { told } from "./told.ts";
import { applyDensity } from "./ui/density.ts";
import { applyTheme } from "./ui/theme.ts";

applyTheme();
applyDensity();
const environment = createEnvironment();
await told;
const { series, view } = parseRoute(location.pathname, location.search, location.hash);
// Rendered without its answer, the page would be drawn twice, and 300 ms apart: React keeps what waits on screen that long.
if (series !== null) await openBoard(environment, series, view);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <RelayEnvironmentProvider environment={environment}>
    <App />
  </RelayEnvironmentProvider>,
);
