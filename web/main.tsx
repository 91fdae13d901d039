import { createRoot } from "react-dom/client";
import { RelayEnvironmentProvider } from "react-relay";
import { App } from "./App.tsx";
import { createEnvironment } from "./environment.ts";
import { applyTheme } from "./ui/theme.ts";
import "./tokens.css";
import "./app.css";

applyTheme();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <RelayEnvironmentProvider environment={createEnvironment()}>
    <App />
  </RelayEnvironmentProvider>,
);
