/** Fetches the pictures' chunk once the figures are shown. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { coverageText } from '../text/coverage.ts';
import type { Scope } from './period.ts';
import type { Pictures } from './pictures/pictures.tsx';
import type { Report } from './state.ts';

interface Loaded {
  readonly Pictures: typeof Pictures;
}

export function LaterPictures({ shown, scope }: { shown: Report; scope: Scope }) {
  const words = coverageText.value.pictures;
  const loaded = useSignal<Loaded | 'failed' | null>(null);
  useEffect(() => {
    import('./pictures/pictures.tsx').then(
      (module) => {
        loaded.value = module;
        return module;
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }, []);
  if (loaded.value === 'failed') return <p role="alert">{words.failed}</p>;
  if (loaded.value === null) return <p class="muted">{words.loading}</p>;
  const { Pictures } = loaded.value;
  return <Pictures shown={shown} scope={scope} />;
}
