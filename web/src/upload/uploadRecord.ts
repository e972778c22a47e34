import type { Audience } from '../api/types';
import type { PhotoDetails } from '../photo/photo';

export type UploadState = 'chosen' | 'waiting' | 'reading' | 'sending' | 'done' | 'known' | 'failed';

/** What the browser keeps of an upload, besides its files. */
export interface UploadRecord {
  id: string;
  /** Whose it is. */
  user: number;
  /** When it was chosen, in milliseconds: uploads are in this order. */
  at: number;
  name: string;
  size: number;
  kind: string;
  state: UploadState;
  caption: string;
  /** The details at the time of sharing; later changes of the form do not affect them. */
  details: PhotoDetails | null;
  /** The SHA-256 of the file. */
  checksum: string;
  /** Whether it was asked if the photo is there already. */
  asked: boolean;
  /** Uploads the photo even if it is there already. */
  twice: boolean;
  /** Where the server keeps what has arrived. */
  url: string;
  photoId: string;
  thumb: string;
  album: AlbumPlace | null;
  problem: string;
  /** Whether a later attempt with the same file may succeed. */
  canRetry: boolean;
}

/** What stands for an album that is not there yet. */
export const NEW_ALBUM = 'new';

/** The album for which a photo was uploaded, and whether it is in there. */
export interface AlbumPlace {
  /** What is shared at once belongs into one album. */
  plan: string;
  title: string;
  /** Of a new album. */
  audience: Audience;
  /** Empty until a new album is made. */
  albumId: string;
  placed: 'no' | 'yes' | 'failed';
}
