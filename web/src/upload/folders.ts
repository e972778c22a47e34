import { isMedia, mayBeMedia } from '../photo/acceptedTypes';
import { mediaOf, type Found } from './livePhoto';

const byName = new Intl.Collator(undefined, { numeric: true });

/** The files of a chosen folder, with those in its folders. */
export function chosenFolder(files: Iterable<File>): Found {
  const all = [...files].filter((file) => !isHidden(file.name));
  all.sort((one, other) => byName.compare(one.webkitRelativePath, other.webkitRelativePath));
  return mediaOf(all, isMedia);
}

/** The files that were dropped, with those in folders. */
export async function dropped(entries: FileSystemEntry[]): Promise<Found> {
  const files = await Promise.all(entries.filter(isFile).map(fileOf));
  const found = mediaOf(files, mayBeMedia);
  for (const entry of entries) if (isFolder(entry)) await walk(entry, found);
  return found;
}

/** One folder after the other, because a thousand reads at once would hold up the page. */
async function walk(folder: FileSystemDirectoryEntry, found: Found): Promise<void> {
  const entries = (await entriesOf(folder)).filter(({ name }) => !isHidden(name));
  entries.sort((one, other) => byName.compare(one.name, other.name));
  const files = await Promise.all(entries.filter(isFile).map(fileOf));
  const { groups, leftOut } = mediaOf(files, isMedia);
  found.groups.push(...groups);
  found.leftOut.push(...leftOut);
  for (const entry of entries) if (isFolder(entry)) await walk(entry, found);
}

/** Browsers return the entries of a folder in slices. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const slice = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (!slice.length) return all;
    all.push(...slice);
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
/** `.DS_Store`, `._IMG_1.JPG`, `Thumbs.db`, and the folders with the thumbnails of a NAS */
const isHidden = (name: string) => /^\.|^@eaDir$|^thumbs\.db$|^desktop\.ini$/i.test(name);
