/** Photos of the place. Each showing is logged, so they are shown when they are asked for. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { LIMITS } from '#contract/paths.ts';
import { addressOf, call } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';
import { walksText } from '../text/walks.ts';
import { type Point, reload, showAllPhotos } from './state.ts';

interface PhotosProps {
  readonly point: Point;
  readonly isOpen: boolean;
}

export function Photos({ point, isOpen }: PhotosProps) {
  const words = walksText.value.photos;
  const isShown = useSignal(false);
  const count = point.photos.length;
  const areShown = isShown.value || showAllPhotos.value;
  if (!isOpen && (count === 0 || !areShown)) return null;
  return (
    <div class="photos">
      {isOpen && <h3>{words.title}</h3>}
      {count > 0 && !areShown && (
        <p class="no-print">
          <button type="button" class="button" onClick={() => (isShown.value = true)}>
            {words.show(count)}
          </button>{' '}
          <span class="muted">{words.logged}</span>
        </p>
      )}
      {areShown && count > 0 && (
        <ul class="photo-list">
          {point.photos.map((photo, index) => (
            <Photo key={photo.id} point={point} photo={photo} index={index + 1} />
          ))}
        </ul>
      )}
      {isOpen && <PhotoForm point={point} onSent={() => (isShown.value = true)} />}
    </div>
  );
}

interface PhotoProps {
  readonly point: Point;
  readonly photo: Point['photos'][number];
  readonly index: number;
}

function Photo({ point, photo: { id, width, height }, index }: PhotoProps) {
  const words = walksText.value.photos;
  const isAsking = useSignal(false);
  const problem = useSignal<unknown>(null);
  const remove = async () => {
    try {
      await call('deleteWalkPhoto', { params: { id } });
      await reload();
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <li>
      <img
        src={addressOf('getWalkPhoto', { id })}
        width={width}
        height={height}
        alt={words.alt(point.number, index)}
        loading="eager"
      />
      {problem.value !== null && <p role="alert">{problemText(problem.value)}</p>}
      <div class="row no-print">
        {isAsking.value ? (
          <>
            <span>{words.sure}</span>
            <button type="button" class="button danger" onClick={() => void remove()}>
              {words.remove}
            </button>
            <button type="button" class="button" onClick={() => (isAsking.value = false)}>
              {shellText.value.cancel}
            </button>
          </>
        ) : (
          <button type="button" class="button quiet" onClick={() => (isAsking.value = true)}>
            {words.remove}
          </button>
        )}
      </div>
    </li>
  );
}

interface Waiting {
  readonly id: string;
  readonly file: File;
}

function PhotoForm({ point, onSent }: { point: Point; onSent: () => void }) {
  const words = walksText.value.photos;
  const waiting = useSignal<Waiting | null>(null);
  const isSending = useSignal(false);
  const problem = useSignal<unknown>(null);
  const send = async (next: Waiting) => {
    waiting.value = next;
    isSending.value = true;
    problem.value = null;
    try {
      const params = { id: point.id, photoId: next.id };
      await call('addWalkPhoto', { params, body: new Uint8Array(await next.file.arrayBuffer()) });
      waiting.value = null;
      onSent();
      await reload();
    } catch (error) {
      problem.value = error;
    }
    isSending.value = false;
  };
  if (point.photos.length >= LIMITS.photosPerPoint)
    return <p class="muted no-print">{words.full(LIMITS.photosPerPoint)}</p>;
  return (
    <div class="photo-form no-print">
      <p class="notice">{words.duty}</p>
      <label class="button photo-choice">
        {isSending.value ? words.sending : words.choose}
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          disabled={isSending.value}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void send({ id: uuid(), file });
          }}
        />
      </label>
      {problem.value !== null && waiting.value && (
        <div class="notice error" role="alert">
          <p>{problemText(problem.value)}</p>
          <p>{words.failed}</p>
          <button
            type="button"
            class="button small"
            onClick={() => waiting.value && void send(waiting.value)}
          >
            {words.again}
          </button>
        </div>
      )}
    </div>
  );
}
