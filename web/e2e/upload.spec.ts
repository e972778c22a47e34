import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, files, signUp, test, upload } from './people';

/** Holds all uploads back until the returned function is called. */
async function holdUploads(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/api\/(photos|tus)$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('six photos are there within seconds', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(6));
  const start = Date.now();
  await page.getByRole('button', { name: 'Share 6 photos' }).click();
  await expect(page.locator('.tile')).toHaveCount(6);
  const took = Date.now() - start;
  test.info().annotations.push({ type: 'six photos', description: `${took} ms` });
  console.log(`six photos, from the button to the wall: ${took} ms`);
  expect(took).toBeLessThan(10_000);
});

test('a file that is no picture says so and holds nobody up', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  const text = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('just some words') };
  const good = { name: 'good.jpg', mimeType: 'image/jpeg', buffer: readFileSync(files(1)[0]!) };
  await page.getByLabel('Choose photos').setInputFiles([text, good]);
  await page.getByRole('button', { name: 'Share 2 photos' }).click();
  await expect(page.getByRole('alert')).toContainText('not a picture');
  await expect(page.locator('.tile')).toHaveCount(1);
  await expect(page.getByRole('status')).toContainText('Your photo is shared. 1 could not be uploaded.');

  // A retry would not turn this text into a picture.
  await expect(page.getByRole('button', { name: /^Try/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('photos go to whom they were shared with, also when the form is changed for the next ones', async ({
  page,
}) => {
  test.slow();
  await signUp(page);
  await page.goto('/profile');
  const release = await holdUploads(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(4));
  await page.getByText('Only you', { exact: true }).click();
  await page.getByRole('button', { name: 'Share 4 photos' }).click();
  await expect(page.getByText('Uploading 1 of 4')).toBeVisible();
  await page.getByLabel('Choose photos').setInputFiles(files(5).slice(4));
  await page.getByText('Everyone', { exact: true }).click();
  release();
  await expect(page.getByRole('status')).toContainText('Your 4 photos are shared.');
  await page.getByRole('button', { name: 'Share 1 photo' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('Your photo is shared.');
  const mine: { audience: string }[] = await (await page.request.get('/api/photos?scope=profile')).json();
  expect(mine.map((photo) => photo.audience)).toEqual(['public', ...Array(4).fill('private')]);
});

test('what was chosen waits when its sheet is closed, and when the page is reloaded', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  const add = page.getByRole('navigation').getByRole('button', { name: 'Add photos' });
  await add.click();
  await page.getByLabel('Choose photos').setInputFiles(files(1));
  await page.getByRole('combobox', { name: 'Topic' }).fill('Sea');
  await page.keyboard.press('Escape'); // the list of topics
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('1 photo kept until you share it.');
  await page.getByRole('button', { name: '1 photo not shared yet' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(2).slice(1));
  await page.getByRole('button', { name: 'Close' }).click();
  await add.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.mouse.click(5, 5); // beside the sheet
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await add.click();
  await expect(page.getByRole('button', { name: 'Share 2 photos' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('Sea');

  await page.reload();
  await page.getByRole('button', { name: '2 photos not shared yet' }).click();
  await expect(page.getByRole('img', { name: 'image.jpg' })).toHaveCount(2);
  await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('Sea');
  await expect(page.getByRole('button', { name: 'Share 2 photos' })).toBeVisible();
});

test('what is here already is named also if nothing could be loaded when it was shared', async ({
  page,
  context,
}) => {
  await signUp(page);
  await upload(page, {}, files(1)[0]!);
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(1));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Share 1 photo' }).click();
  await expect(page.getByText('Waiting for the connection · 0 of 1 done')).toBeVisible();
  await context.setOffline(false);
  const receipt = page.getByRole('region', { name: 'What came of it' });
  await expect(receipt).toContainText('1 was here already');
  await expect(receipt.getByRole('button', { name: 'Upload anyway' })).toBeVisible();
  await expect(page.getByRole('status')).not.toContainText('shared');
});

test('an upload that loses its connection goes on by itself', async ({ page, context }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(2));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Share 2 photos' }).click();
  await expect(page.getByText('Waiting for the connection · 0 of 2 done')).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator('.tile')).toHaveCount(2);
});

test('photos can be dropped anywhere', async ({ page }) => {
  await signUp(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
  const picture = readFileSync(files(1)[0]!).toString('base64');
  const dropped = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'dropped.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, picture);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: dropped });
  await expect(page.getByText('Drop your photos to add them')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: 'Share 1 photo' }).click();
  await expect(page.locator('article')).toHaveCount(1);
});

test('an upload goes on in the corner when its sheet is closed', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  const release = await holdUploads(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(2));
  await page.getByRole('button', { name: 'Share 2 photos' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: /^Uploading 1 of 2/ })).toBeVisible();
  release();
  await expect(page.locator('.tile')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Uploading/ })).toHaveCount(0);
});
