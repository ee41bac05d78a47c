/** Writing so that a reader, and a crash, find the old or the new and never a half. */
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuid } from 'uuid';

/** Names that begin with a dot are not served. */
const UNFINISHED = '.nytt-';
export const isUnfinished = (name: string): boolean => name.startsWith(UNFINISHED);

export const unfinishedBeside = (path: string) => join(dirname(path), `${UNFINISHED}${uuid()}`);

export async function writeFileWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = unfinishedBeside(path);
  await writeFile(unfinished, text, { flush: true });
  await rename(unfinished, path);
}

/** A folder that is not there yet, with all its files. */
export async function writeFolderWhole(
  path: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const unfinished = unfinishedBeside(path);
  await mkdir(unfinished, { recursive: true });
  try {
    for (const [name, text] of files) {
      await writeFile(join(unfinished, name), text, { flush: true });
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Points a name at another folder beside it: a link can be replaced in one step, a folder cannot. */
export async function pointAt(path: string, folder: string): Promise<void> {
  const unfinished = unfinishedBeside(path);
  await symlink(folder, unfinished, 'junction');
  await rename(unfinished, path);
}
