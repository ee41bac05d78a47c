/** «Tertialsidan»: what is published of a tertial, as it will look, and the way there. */
import './tertial.css';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addressOf } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { may, role } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { problemText } from '../text/problem.ts';
import { tertialName, tertialText } from '../text/tertial.ts';
import { DifferenceList, HiddenList } from './line-lists.tsx';
import { NewDraft } from './new-draft.tsx';
import { PageList } from './page-list.tsx';
import { failure, forget, load, opened, pages, refusal, type TertialPage } from './state.ts';
import { Steps } from './steps.tsx';
import { TextForm } from './text-form.tsx';

export function TertialScreen() {
  const { query } = useLocation();
  const id = query.sida ?? null;
  const words = tertialText.value;
  useEffect(() => {
    void load(id);
  }, [id]);
  useEffect(() => forget, []);
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  return (
    <div class="tertial">
      <SectionNav section="promises" />
      <Body />
    </div>
  );
}

function Body() {
  if (failure.value !== null) {
    return <Failed error={failure.value} again={() => void load(null)} />;
  }
  if (pages.value === null) return <Loading />;
  const page = opened.value;
  if (page === null) return <NoPage />;
  return (
    <div class="tertial-columns">
      <div class="tertial-side">
        <Top page={page} />
        <Steps page={page} />
        <Refusal />
        {may('writeTertialTexts') && page.publishedAt === null && (
          <TextForm key={page.id} page={page} />
        )}
        <HiddenList page={page} />
        <DifferenceList page={page} />
        <PageList current={page.id} />
        {may('createTertialPage') && <NewDraft />}
      </div>
      <Preview page={page} />
    </div>
  );
}

function Top({ page }: { page: TertialPage }) {
  const words = tertialText.value;
  const { municipalityName, tertial, version, publishedAt, countedTo } = page;
  return (
    <div class="tertial-top">
      <h1>{`${municipalityName} · ${tertialName(tertial)}`}</h1>
      <p class="muted">
        {`${words.version(version)} · ${publishedAt === null ? words.draft : words.published(dateOf(publishedAt))}`}
      </p>
      <p class="muted">{words.countedTo(countedTo)}</p>
    </div>
  );
}

function Refusal() {
  if (refusal.value === null) return null;
  return (
    <p class="notice error" role="alert">
      {problemText(refusal.value)}
    </p>
  );
}

/** The server's own page, in a frame that may run nothing. Another revision is another page. */
function Preview({ page }: { page: TertialPage }) {
  const address = addressOf('getTertialPageHtml', { id: page.id });
  return (
    <iframe
      class="tertial-paper"
      title={tertialText.value.preview}
      sandbox=""
      src={`${address}?${page.revision}`}
    />
  );
}

function NoPage() {
  const words = tertialText.value.pages.none;
  return (
    <div class="tertial-none">
      <Empty title={words.title}>
        <p class="muted">{role.value === 'municipality' ? words.municipality : words.text}</p>
      </Empty>
      {may('createTertialPage') && <NewDraft />}
      <Refusal />
    </div>
  );
}
