/** The outbox where the browser refuses storage: it lives as long as the page, which the screen says. */
import type { KeptItem, WireOutboxItem } from './item.ts';
import type { OutboxStore } from './store.ts';

/** Behind everything that is on disk. */
const FIRST_SEQ = 1_000_000_000;

export function memoryStore(): OutboxStore {
  let kept: readonly KeptItem[] = [];
  let seq = FIRST_SEQ;
  const added = (items: readonly WireOutboxItem[]): KeptItem[] =>
    items.map((item) => ({ seq: (seq += 1), item, state: 'waiting' }));
  const put = async (next: readonly KeptItem[]): Promise<void> => {
    kept = next;
  };
  return {
    all: async () => [...kept],
    add: (items) => put([...kept, ...added(items)]),
    settle: (settled) =>
      put(
        kept.map(({ seq, item, ...state }) => ({
          ...(settled.find(({ id }) => id === item.id)?.to ?? state),
          seq,
          item,
        })),
      ),
    replace: (gone, items) =>
      put([...kept.filter(({ item }) => !gone.includes(item.id)), ...added(items)]),
    forget: (before) => put(kept.filter((one) => one.state !== 'done' || one.answeredAt >= before)),
    close: () => {},
  };
}
