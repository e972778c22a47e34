/** Pictures that Lumina reads on every machine. */
export const PICTURES = 'image/jpeg,image/png,image/gif,image/webp,image/avif,image/tiff,image/bmp';
const HEIC = 'image/heic,image/heif';
const VIDEOS = 'video/mp4,video/quicktime,video/webm,video/x-matroska,video/3gpp';
/** Browsers know no types of these; a browser on Linux may know none of a MOV. */
const ENDINGS = '.heic,.heif,.mov,.dng,.cr2,.cr3,.nef,.arw,.raf,.orf,.rw2,.mkv,.3gp';

/**
 * What the file chooser offers. Safari converts files of other types to the first one: so if the server cannot read HEIC,
 * it gets JPEG. This only works with a list of types; with `image/*` Safari does not convert. Endings keep phones from
 * showing their photos at once.
 */
export function acceptedTypes(heic: boolean): string {
  if (!heic) return [PICTURES, VIDEOS].join(',');
  const types = [PICTURES, HEIC, VIDEOS];
  return (matchMedia('(pointer: coarse)').matches ? types : [...types, ENDINGS]).join(',');
}

/** Whether a file in a folder looks like a photo or a video. */
export const isMedia = ({ name, type }: File) =>
  /^(image|video)\//.test(type) ||
  ENDINGS.split(',').includes(name.slice(name.lastIndexOf('.')).toLowerCase());

/** Whether a chosen file may be a photo or a video: only the server knows, but what browsers call a text is none. */
export const mayBeMedia = (file: File) =>
  isMedia(file) || file.type === '' || file.type === 'application/octet-stream';
