/** Says that something is saved, and for ten seconds offers the way back. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { shellText } from '../text/shell.ts';

const UNDO_MS = 10_000;

/** The last save of a form. */
export interface Save<Before> {
  /** The revision it made; each has its own ten seconds. */
  readonly revision: number;
  readonly before: Before;
  /** It was itself the way back. */
  readonly isUndone?: boolean;
}

interface SavedNoticeProps<Before> {
  readonly save: Save<Before> | null;
  readonly text: string;
  readonly onUndo: (save: Save<Before>) => void;
}

export function SavedNotice<Before>({ save, text, onUndo }: SavedNoticeProps<Before>) {
  if (!save) return null;
  if (save.isUndone) return <span role="status">{shellText.value.undone}</span>;
  return (
    <>
      <span role="status">{text}</span>
      <WayBack key={save.revision} onUndo={() => onUndo(save)} />
    </>
  );
}

function WayBack({ onUndo }: { onUndo: () => void }) {
  const isOpen = useSignal(true);
  useEffect(() => {
    const timer = setTimeout(() => {
      isOpen.value = false;
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isOpen.value) return null;
  return (
    <button type="button" class="button small" onClick={onUndo}>
      {shellText.value.undo}
    </button>
  );
}
