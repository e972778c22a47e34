import { errorText } from '../api/problem';
import type { Photo } from '../api/types';
import { t } from '../locale';
import { photoLists } from '../photo/photoList.svelte';
import { toasts } from '../ui/toasts.svelte';
import { albumPhotosUrl, putPhotos, removePhotos, type Album } from './album';
import { albums } from './albums.svelte';

/** The number that the server takes at once. */
const SLICE = 500;

/** Adds photos to an album, before one that is there or at the end. */
export async function addPhotos(album: Album, photos: Photo[], before?: string): Promise<Album> {
  let added = album;
  for (let start = 0; start < photos.length; start += SLICE) {
    const slice = photos.slice(start, start + SLICE);
    const ids = slice.map((photo) => photo.photo_id);
    added = albums.put(await putPhotos(album.album_id, ids, before));
    for (const list of photoLists.startingWith(albumPhotosUrl(album.album_id, 'album'))) {
      list.append(slice);
      if (before) list.rearrange((all) => reordered(all, ids, before));
    }
  }
  return added;
}

/** Takes photos out of an album as soon as that cannot be undone any more. */
export function takeOut(album: Album, ids: string[]): void {
  const undo = hideThese(album, ids);
  toasts.show(t.album.takenOut(ids.length), { undo, done: () => remove(album, ids), failed: errorText });
}

/** Takes out at once what was just added. */
export async function takeBack(album: Album, ids: string[]): Promise<void> {
  const show = hideThese(album, ids);
  await remove(album, ids).catch((error) => {
    show();
    toasts.show(errorText(error));
  });
}

async function remove({ album_id }: Album, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += SLICE)
    await removePhotos(album_id, ids.slice(start, start + SLICE));
  // The cover may have been one of them.
  await albums.loadOne(album_id).catch(() => {});
}

const hideThese = (album: Album, ids: string[]) =>
  hide(album.album_id, (photo) => ids.includes(photo.photo_id), ids.length);

/** Hides photos from the lists of an album; the result shows them where they were. */
export function hide(albumId: string, which: (photo: Photo) => boolean, count: number): () => void {
  const backs = photoLists
    .startingWith(albumPhotosUrl(albumId))
    .map((list) => list.rearrange((photos) => photos.filter((photo) => !which(photo))));
  const countMore = (more: number) => albums.update(albumId, (album) => ({ count: album.count + more }));
  countMore(-count);
  return () => {
    for (const back of backs) back();
    countMore(count);
  };
}

/** Places photos before another one, or at the end; on failure they go back to where they were. */
export async function movePhotos(albumId: string, ids: string[], before?: string): Promise<void> {
  const backs = photoLists
    .startingWith(albumPhotosUrl(albumId, 'album'))
    .map((list) => list.rearrange((photos) => reordered(photos, ids, before)));
  try {
    albums.put(await putPhotos(albumId, ids, before));
  } catch (error) {
    for (const back of backs) back();
    toasts.show(errorText(error));
  }
}

/** The photos with these moved before another one, or to the end. */
export function reordered(photos: Photo[], ids: string[], before?: string): Photo[] {
  const moved = ids.flatMap((id) => photos.find((photo) => photo.photo_id === id) ?? []);
  const others = photos.filter((photo) => !moved.includes(photo));
  const found = others.findIndex((photo) => photo.photo_id === before);
  const at = found < 0 ? others.length : found;
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}
