import { expect, expectNoBarrier, files, freshName, PASSWORD, signUp, test, tile, upload } from './people';

test('a name, a few words and a picture make a page', async ({ page }) => {
  const username = await signUp(page);
  await page.goto('/account');
  await page.getByLabel('Name', { exact: true }).fill('Mila from the harbour');
  await page.getByLabel('About you').fill('Photos of boats, mostly.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByLabel('Choose a picture of you').setInputFiles(files(1));
  await page.getByLabel('Zoom').fill('2');
  await page.getByRole('button', { name: /^The part of the picture/ }).press('ArrowRight');
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByRole('button', { name: 'Change picture' })).toBeVisible();
  await page.goto(`/people/${username}`);
  await expect(page.getByRole('heading', { name: 'Mila from the harbour' })).toBeVisible();
  await expect(page.getByText('Photos of boats, mostly.')).toBeVisible();
  await expect(page.locator('header .avatar img').first()).toHaveJSProperty('complete', true);
});

test('the account page says which version runs here', async ({ page }) => {
  await signUp(page);
  await page.goto('/account');
  await expect(page.getByText(/^Lumina \d+\.\d+\.\d+/)).toBeVisible();
});

test('the own page can be looked at as others see it', async ({ page }) => {
  await signUp(page);
  const open = await upload(page);
  const friends = await upload(page, { audience: 'friends' });
  await page.goto('/profile');
  await expect(tile(page, friends)).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'View as everyone' }).click();
  await expect(page.getByText('You see this as everyone')).toBeVisible();
  await expect(tile(page, open)).toBeVisible();
  await expect(tile(page, friends)).toHaveCount(0);
  await expect(page.getByText('1 photo', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'View as a friend' }).click();
  await expect(tile(page, friends)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
});

test('a photo becomes the cover of the own page, for those who may see it', async ({ page }) => {
  await signUp(page);
  const photo = await upload(page, { audience: 'friends' });
  await page.goto('/profile');
  await tile(page, photo).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('· Friends', { exact: false })).toBeVisible();
  await page.request.post('/api/shares', { data: { photo_ids: [photo] } });
  await page.reload();
  await expect(dialog.getByText('Friends and whoever has the link')).toBeVisible();
  await dialog.getByRole('button', { name: 'More' }).click();
  await dialog.getByRole('button', { name: 'Use as cover' }).click();
  await expect(page.getByText('This is the cover of your page now, for you and your friends.')).toBeVisible();
  await page.goto('/profile');
  const cover = page.locator(`[data-cover="${photo}"]`);
  await expect(cover).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'View as everyone' }).click();
  await expect(cover).toHaveCount(0);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(cover).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Remove cover' }).click();
  await expect(cover).toHaveCount(0);
});

test('the usual audience is what an upload starts with', async ({ page }) => {
  await signUp(page);
  await page.goto('/account');
  await page.getByText('Only you', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(1));
  await expect(page.getByText('Only you will see this.').last()).toBeVisible();
});

test('a changed password is the one that counts', async ({ page }) => {
  const username = await signUp(page);
  await page.goto('/account');
  await page.getByLabel('Current password').fill('not it at all');
  await page.getByLabel('New password').fill('nine blue lamps');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('alert')).toContainText('not your current password');
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill('nine blue lamps');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
});

test('who leaves is gone', async ({ page }) => {
  const username = await signUp(page);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Delete account' }).click();
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert')).toContainText('do not match');
  expect(freshName()).not.toBe(username);
});
