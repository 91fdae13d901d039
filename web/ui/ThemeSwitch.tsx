import { useCell } from "./cell.ts";
import { nextTheme, theme } from "./theme.ts";

const next = { auto: "light", light: "dark", dark: "auto" } as const;
const sign = { auto: "◐", light: "○", dark: "●" } as const;

/** Goes round auto, light and dark. */
export function ThemeSwitch() {
  const chosen = useCell(theme);
  return (
    <button
      type="button"
      className="quiet look"
      aria-label={`Theme: ${chosen}`}
      title={`Theme: ${chosen}. Click for ${next[chosen]}.`}
      onClick={nextTheme}
    >
      <span aria-hidden="true">{sign[chosen]}</span>
    </button>
  );
}
