const PICTURE = /\.(heic|heif|jpe?g)$/i;
const MOVING = /\.mov$/i;
/** The moving part of a Live Photo lasts three seconds; a larger one is a video that has the same name by chance. */
const LONGEST = 50 * 1024 * 1024;

/** Chosen files, without those that can never be uploaded. */
export interface Found {
  /** Photos and videos, each with its moving part if it has one. */
  groups: File[][];
  /** The names of the other files. */
  leftOut: string[];
}

/** @param isMedia tells which files may be photos or videos */
export function mediaOf(files: File[], isMedia: (file: File) => boolean): Found {
  const others = files.filter((file) => !isMedia(file));
  return { groups: pairUp(files.filter(isMedia)), leftOut: others.map(({ name }) => name) };
}

/** Puts the two files of each Live Photo together: a picture, and a short video of the same name in the same folder. */
export function pairUp(files: File[]): File[][] {
  const moving = new Map(
    files.filter(({ name, size }) => MOVING.test(name) && size <= LONGEST).map((file) => [stem(file), file]),
  );
  const pairs = new Map<File, File>();
  for (const file of files) {
    const part = PICTURE.test(file.name) && moving.get(stem(file));
    if (!part) continue;
    pairs.set(file, part);
    moving.delete(stem(file));
  }
  const parts = new Set(pairs.values());
  return files.filter((file) => !parts.has(file)).map((file) => [file, ...[pairs.get(file) ?? []].flat()]);
}

const stem = (file: File) => (file.webkitRelativePath || file.name).replace(/\.[^.]*$/, '').toLowerCase();
