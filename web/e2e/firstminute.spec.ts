import { readFileSync } from 'node:fs';
import { expect, expectNoBarrier, files, signUp, test } from './people';

test('an empty place offers three steps, ticks each that is done, and then they are gone', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signUp(page);
  await page.goto('/');
  const steps = page.getByRole('region', { name: 'It starts with a photo' });
  await expect(steps.getByRole('listitem')).toHaveCount(3);

  const picture = readFileSync(files(1)[0]!).toString('base64');
  const dropped = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    transfer.items.add(new File([bytes], 'dropped.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, picture);
  const target = steps.getByRole('button', { name: 'Drop photos here' });
  await target.dispatchEvent('dragenter', { dataTransfer: dropped });
  await expect(page.getByText('Drop your photos to add them')).toHaveCount(0);
  await target.dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: 'Share 1 photo' }).click();
  const rest = page.getByRole('region', { name: 'Nearly at home' });
  await expect(rest.getByRole('heading', { name: 'Your first photos (done)' })).toBeVisible();
  await expect(page.locator('article')).toHaveCount(1);

  await rest.getByLabel('Choose a picture of you').setInputFiles(files(2)[1]!);
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(rest.getByRole('heading', { name: 'Your face (done)' })).toBeVisible();
  await expect(page.locator('article .avatar img')).toBeVisible();

  await rest.getByRole('button', { name: 'Invite by link' }).click();
  await expect(rest.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  await expectNoBarrier(page);
  await rest.getByRole('button', { name: 'Copy link' }).click();
  await expect(rest).toHaveCount(0);

  const link = await page.evaluate(() => navigator.clipboard.readText());
  const friend = await (await browser.newContext()).newPage();
  await friend.goto(link);
  await expect(friend.getByText(/invites you to Lumina/)).toBeVisible();
  await page.reload();
  await expect(page.locator('article')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Nearly at home' })).toHaveCount(0);
});

test('steps that somebody puts away stay away', async ({ page }) => {
  await signUp(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Hide these steps' }).click();
  await expect(page.getByRole('button', { name: 'Hide these steps' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Find friends' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hide these steps' })).toHaveCount(0);
});
