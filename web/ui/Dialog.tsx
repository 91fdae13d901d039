import { useId, useLayoutEffect, useRef, type ReactNode } from "react";

let open = 0;

/** True while a dialog is open. Counted, because finding one goes through the elements of 20,000 rows. */
export const isDialogOpen = (): boolean => open > 0;

interface Props {
  title: string;
  /** The title is for screen readers only, and nothing stands before what is in the dialog. */
  isBare?: boolean;
  /** Has many things side by side, and takes the room that the screen gives. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A native modal dialog with a title: Escape, the close button and a click beside it close it; focus goes to the first field
 * of a form, and back by itself.
 */
export function Dialog({ title, isBare = false, isWide = false, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // A layout effect, because its end comes while the element is still there to give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      toFirstField(dialog);
    }
    open++;
    return () => {
      open--;
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      data-bare={isBare}
      data-wide={isWide}
      {...(isBare ? { "aria-label": title } : { "aria-labelledby": id })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="dialog-body">
        {!isBare && (
          <header>
            <h2 id={id}>{title}</h2>
            <button type="button" className="quiet" aria-label="Close" onClick={onClose}>
              ✕
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}

/** A question is answered in its first field: the browser gives the focus to the close button, which stands before it. */
function toFirstField(dialog: HTMLDialogElement): void {
  const field = dialog.querySelector<HTMLElement>("form :is(input, select, textarea):not([type=radio]:not(:checked))");
  field?.focus();
  // What is proposed there is replaced by what is typed.
  if (field instanceof HTMLInputElement) field.select();
}
