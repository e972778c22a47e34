import type { Entry } from './zip';

/** The files of a chosen folder. */
export const chosenFiles = (files: Iterable<File>): Entry[] =>
  [...files]
    .filter(({ name }) => !isHidden(name))
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** The files that were dropped, with those in folders. */
export async function droppedFiles(dropped: FileSystemEntry[]): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const entry of dropped) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: Entry[]): Promise<void> {
  if (isHidden(entry.name)) return;
  if (entry.isDirectory) {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const slice = () =>
      new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    for (let some = await slice(); some.length; some = await slice())
      for (const inside of some) await walk(inside, found);
  } else {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
  }
}

const isHidden = (name: string) => name.startsWith('.');
