/** The pages of a section, below the menu: shown where there is more than one that the role may open. */
import { useLocation } from 'preact-iso';
import { may } from '../state/session.ts';
import { shellText } from '../text/shell.ts';
import { SECTIONS, type SectionName } from './screens.ts';

export function SectionNav({ section }: { section: SectionName }) {
  const { path } = useLocation();
  const { nav } = shellText.value;
  const pages = SECTIONS[section].filter(({ needs }) => may(needs));
  if (pages.length < 2) return null;
  return (
    <nav class="section-nav" aria-label={nav[section]}>
      {pages.map((page) => (
        <a key={page.path} href={page.path} aria-current={path === page.path ? 'page' : undefined}>
          {nav[page.name]}
        </a>
      ))}
    </nav>
  );
}
