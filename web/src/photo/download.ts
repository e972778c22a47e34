import type { Photo } from '../api/types';

/** Whether there is a file to download: others than the owner wait until a video can be played. */
export const isDownloadable = (photo: Photo, original: boolean): boolean =>
  original || photo.kind !== 'video' || photo.video_url !== null;
