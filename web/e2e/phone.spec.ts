import { expect, files, signUp, test, tile } from './people';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone, a photo is shared, looked at and liked', async ({ page }) => {
  await signUp(page);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).tap();
  await page.getByLabel('Choose photos').setInputFiles(files(1));
  await page.getByRole('button', { name: 'Share 1 photo' }).tap();
  const card = page.locator('article');
  await expect(card).toHaveCount(1);
  await card.locator('a.picture').tap();
  const photo = page.getByRole('dialog', { name: 'Photo' });
  await photo.getByRole('button', { name: /^Like/ }).tap();
  await expect(photo.getByRole('button', { name: 'Like, 1 so far' })).toBeVisible();
  await photo.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('link', { name: 'Your page' }).tap();
  await expect(page.locator('.tile')).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the search hides behind its lens', async ({ page }) => {
  await signUp(page);
  await page.goto('/');
  await expect(page.getByRole('searchbox')).toBeHidden();
  await page.getByRole('button', { name: 'Search' }).tap();
  await page.getByRole('searchbox').fill('boats');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL('/explore?q=boats');
  await expect(tile(page, 'none')).toHaveCount(0);
});
