/** A file, and its path in what was chosen. */
export interface Entry {
  path: string;
  file: File;
}

/** What a zip without extensions can say, with room to spare. */
const MAX_BYTES = 1 << 30;
const MAX_ENTRIES = 10_000;
const UTF_8_NAMES = 0x0800;
const VERSION = 20;

/** Packs files into zips of about a gigabyte; they are not compressed, and stay on the disk until they are sent. */
export async function* packed(entries: Entry[]): AsyncGenerator<Blob> {
  for (const some of portions(entries)) yield await zip(some);
}

function portions(entries: Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    if (bytes + entry.file.size > MAX_BYTES || all.at(-1)!.length === MAX_ENTRIES) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)!.push(entry);
    bytes += entry.file.size;
  }
  return all;
}

async function zip(entries: Entry[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let [offset, length] = [0, 0];
  for (const { path, file } of entries) {
    const name = new TextEncoder().encode(path);
    const facts = about(file, await crc32(file), name.length);
    const header = words([4, 0x04034b50], ...facts, [2, 0]);
    parts.push(header, name, file);
    const listed = words(
      [4, 0x02014b50],
      [2, VERSION],
      ...facts,
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    );
    directory.push(listed, name);
    offset += header.length + name.length + file.size;
    length += listed.length + name.length;
  }
  const count = entries.length;
  const end = words(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, offset],
    [2, 0],
  );
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

type Word = [bytes: number, value: number];

function about(file: File, crc: number, name: number): Word[] {
  const at = new Date(file.lastModified);
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  const year = Math.min(127, Math.max(0, at.getFullYear() - 1980));
  const date = (year << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const size: Word = [4, file.size];
  return [[2, VERSION], [2, UTF_8_NAMES], [2, 0], [2, time], [2, date], [4, crc], size, size, [2, name]];
}

/** Little-endian numbers. */
function words(...all: Word[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(all.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of all)
    for (let shift = 0; shift < length; shift++) bytes[at++] = Math.floor(value / 2 ** (8 * shift)) & 0xff;
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

async function crc32(file: File): Promise<number> {
  let crc = 0xffffffff;
  const reader = file.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
    for (const byte of chunk.value) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
