import type { Page } from '@playwright/test';
import { expect, files, upload } from './people';

interface Draft {
  title: string;
  audience?: string;
  contribute?: string;
}

/** Makes an album without the page; returns its id. */
export async function makeAlbum(page: Page, draft: Draft, photoIds: string[] = []): Promise<string> {
  const answer = await page.request.post('/api/albums', { data: draft });
  expect(answer.status()).toBe(201);
  const { album_id: id } = await answer.json();
  if (photoIds.length) await addTo(page, id, photoIds);
  return id;
}

async function addTo(page: Page, id: string, photoIds: string[]) {
  const answer = await page.request.put(`/api/albums/${id}/photos`, { data: { photo_ids: photoIds } });
  expect(answer.status()).toBe(200);
}

export const albumOf = async (page: Page, id: string) => (await page.request.get(`/api/albums/${id}`)).json();
export const photosOf = async (page: Page, id: string): Promise<string[]> => {
  const photos = await (await page.request.get(`/api/photos?album=${id}&order=album`)).json();
  return photos.map((photo: { photo_id: string }) => photo.photo_id);
};
export const idHere = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!;
export const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
export const circle = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
export const expectOrder = (page: Page, ids: string[]) =>
  expect
    .poll(() =>
      page.locator('.tile').evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset.photo)),
    )
    .toEqual(ids);

/** Photos named one, two, three …, in this order. */
export async function uploadAll(page: Page, names: string[]) {
  const ids: string[] = [];
  for (const [at, caption] of names.entries())
    ids.push(await upload(page, { caption, audience: 'private' }, files(names.length)[at]!));
  return ids;
}
