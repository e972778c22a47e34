import { expect, signUp, test } from './people';

/** Two pictures in HEIC, one of them a Live Photo with its movie, a video that no browser plays, a JPEG and a PNG. */
const FOLDER = 'e2e/phone';

/** Each of these files is decoded by programs of their own, which start slowly on a busy machine. */
const DECODED = { timeout: 60_000 };

const name =
  'the folder of a phone comes in whole, with its Live Photo in one piece, though the page is reloaded';

test(name, { tag: '@cloud' }, async ({ page }) => {
  test.slow();
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose a folder').setInputFiles(FOLDER);
  // The first file arrives; of the others the server hears nothing before the page is reloaded.
  await page.route(/api\/(photos|tus)$/, () => {});
  await page.route(/api\/(photos|tus)$/, (route) => route.continue(), { times: 1 });
  await page.getByRole('button', { name: 'Share 5 photos' }).click();
  await expect(page.locator('.tile')).toHaveCount(1, DECODED);

  await page.unrouteAll();
  await page.reload();
  await expect(page.locator('.tile')).toHaveCount(5, DECODED);
  await expect(page.locator('.tile').filter({ hasText: 'A part of this photo moves' })).toHaveCount(1);
  await expect(page.locator('.tile').filter({ hasText: 'Video, ' })).toHaveCount(1, DECODED);

  const answer = await page.request.get('/api/photos?scope=profile');
  const mine: { kind: string; motion: boolean; status?: string; width: number; height: number }[] =
    await answer.json();
  const kinds = mine.map(
    ({ kind, motion, width, height }) => `${kind} ${width}×${height}${motion ? ' moves' : ''}`,
  );
  expect(kinds.sort()).toEqual([
    'image 128×128',
    'image 128×128 moves',
    'image 160×120',
    'image 90×160',
    'video 160×90',
  ]);
  const shown = page.locator('.tile img');
  for (const picture of await shown.all()) {
    await expect(picture).toHaveJSProperty('complete', true);
    expect(await picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
  }
});
