import { request } from '../api/request';
import type { Schemas } from '../api/types';
import { AlbumFilling } from './albumFilling';
import { checksumOf } from './checksum';
import { sendPhoto } from './sendPhoto';
import { cancelUpload } from './tus';
import { UploadKeeper } from './uploadKeeper';
import { UploadStore } from './uploadStore';
import type { News } from './uploadTabs';
import { UploadWork, type Queue, type Steps } from './uploadWork';

const realSteps = (): Steps => ({
  checksumOf,
  knownPhotos,
  send: sendPhoto,
  cancel: cancelUpload,
  fill: new AlbumFilling().fill,
});

/** Everything that keeps and sends uploads; none of it is part of the first load. */
export class Uploading {
  readonly store = new UploadStore();
  readonly keeper: UploadKeeper;
  readonly work: UploadWork;

  constructor(
    queue: Queue,
    user: number,
    onNews: (news: News) => void,
    onTurn: () => void,
    readonly steps: Steps = realSteps(),
  ) {
    this.keeper = new UploadKeeper(this.store, user, onNews, onTurn);
    this.work = new UploadWork(queue, steps);
  }
}

async function knownPhotos(checksums: string[]): Promise<Map<string, string>> {
  const known = await request<Schemas['KnownPhoto'][]>('/api/photos/known', {
    method: 'POST',
    json: { checksums } satisfies Schemas['FindKnownPhotosRequest'],
  });
  return new Map(known.map((photo) => [photo.checksum, photo.photo_id]));
}
