import { request } from '../api/request';
import { AlbumFilling } from './albumFilling';
import { checksumOf } from './checksum';
import { sendPhoto } from './sendPhoto';
import { cancelUpload } from './tus';
import type { Steps } from './uploadWork';

interface KnownPhoto {
  checksum: string;
  photo_id: string;
}

async function knownPhotos(checksums: string[]): Promise<Map<string, string>> {
  const known = await request<KnownPhoto[]>('/api/photos/known', { method: 'POST', json: { checksums } });
  return new Map(known.map((photo) => [photo.checksum, photo.photo_id]));
}

/** What an upload takes; none of it is part of the first load. */
export const uploadSteps: Steps = {
  checksumOf,
  knownPhotos,
  send: sendPhoto,
  cancel: cancelUpload,
  fill: new AlbumFilling().fill,
};
