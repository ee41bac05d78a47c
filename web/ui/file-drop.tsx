/** Takes files by dropping, and by a button for whoever does not drop. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

interface FileDropProps {
  readonly class: string;
  readonly text: string;
  readonly button: string;
  /** Endings with their dots: `.csv,.xlsx`. */
  readonly endings: string;
  readonly many?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileDrop({ class: name, text, button, endings, many, onFiles }: FileDropProps) {
  const isOver = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      class={`${name}${isOver.value ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <span class="muted">{text}</span>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {button}
      </button>
      <input
        ref={input}
        type="file"
        multiple={many ?? false}
        hidden
        accept={endings}
        aria-label={button}
        onChange={(event) => {
          const { currentTarget } = event;
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
