const typedIn = "textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]";

/** Whether the focus is where a person types or chooses: what comes late must not take it from there. */
export function isBusyElsewhere(): boolean {
  const at = document.activeElement;
  return at !== null && (at.matches(typedIn) || at.closest("dialog, [popover], [role=dialog]") !== null);
}
