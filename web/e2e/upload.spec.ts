import { readFileSync } from 'node:fs';
import { expect, files, signUp, test } from './people';

test('six photos are there within seconds', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(6));
  const start = Date.now();
  await page.getByRole('button', { name: 'Share 6 photos' }).click();
  await expect(page.locator('.tile')).toHaveCount(6, { timeout: 15_000 });
  const took = Date.now() - start;
  test.info().annotations.push({ type: 'six photos', description: `${took} ms` });
  console.log(`six photos, from the button to the wall: ${took} ms`);
  expect(took).toBeLessThan(6_000);
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

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toContainText('not a picture');
  await page.getByRole('button', { name: 'Remove notes.jpg' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
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
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('/api/photos', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(2));
  await page.getByRole('button', { name: 'Share 2 photos' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: /^Uploading 1 of 2/ })).toBeVisible();
  release();
  await expect(page.locator('.tile')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Uploading/ })).toHaveCount(0);
});
