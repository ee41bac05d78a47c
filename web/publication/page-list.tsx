/** Every tertial and version: which are drafts, which are published and where. */
import { dateOf } from '../text/format.ts';
import { tertialName, tertialText } from '../text/tertial.ts';
import { type PageSummary, pages } from './state.ts';

export function PageList({ current }: { current: string }) {
  const words = tertialText.value;
  return (
    <nav class="tertial-lines" aria-label={words.pages.heading}>
      <h2>{words.pages.heading}</h2>
      <ul class="tertial-pages">
        {(pages.value ?? []).map((page) => (
          <li key={page.id}>
            <a
              href={`/loften/tertial?sida=${page.id}`}
              aria-current={page.id === current ? 'page' : undefined}
            >
              {`${page.municipalityName}, ${tertialName(page.tertial)}, ${words.version(page.version)}`}
            </a>
            <span class="muted">{standing(page)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function standing({ publishedAt }: PageSummary): string {
  const words = tertialText.value;
  return publishedAt === null ? words.draft : words.published(dateOf(publishedAt));
}
