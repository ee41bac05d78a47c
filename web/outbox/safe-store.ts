/** The outbox on disk, and beside it one in memory for what the disk does not take: nothing that was pressed is thrown away. */
import type { WireOutboxItem } from './item.ts';
import { memoryStore } from './memory-store.ts';
import type { OutboxStore } from './store.ts';

/**
 * @param disk null: the browser refuses storage altogether
 * @param refused told when the disk does not take something
 */
export function safeStore(
  disk: OutboxStore | null,
  refused: (error: unknown) => void,
): OutboxStore {
  const memory = memoryStore();
  if (!disk) return memory;
  const add = async (items: readonly WireOutboxItem[]): Promise<void> => {
    // Behind one that is only in memory nothing goes to disk: the order is lost otherwise.
    if ((await memory.all()).some(({ state }) => state === 'waiting')) return memory.add(items);
    try {
      await disk.add(items);
    } catch (error) {
      await memory.add(items);
      refused(error);
    }
  };
  return {
    all: async () => [...(await disk.all()), ...(await memory.all())],
    add,
    settle: async (settled) => {
      await memory.settle(settled);
      await disk.settle(settled);
    },
    replace: async (gone, items) => {
      await disk.replace(gone, items);
      await memory.replace(gone, []);
    },
    forget: async (before) => {
      await memory.forget(before);
      await disk.forget(before);
    },
    close: () => disk.close(),
  };
}
