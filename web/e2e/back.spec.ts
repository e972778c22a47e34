import type { Page } from '@playwright/test';
import { befriend, expect, signUp, somebodyElse, test, tile, upload } from './people';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** The person comes from another page of Lumina, so that a step too many would be seen. */
async function goTo(page: Page, address: string) {
  await page.goto('/explore');
  await page.goto(address);
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

test('Back closes dialogs and menus, and only then leaves the page', async ({ page }) => {
  await signUp(page);
  await goTo(page, '/friends');
  await page.getByRole('button', { name: 'Invite somebody' }).first().tap();
  await expect(dialog(page, 'Invite somebody')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL('/friends');

  await page.getByRole('button', { name: /^You/ }).tap();
  await expect(page.getByRole('link', { name: 'Your page' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Your page' })).toBeHidden();

  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).tap();
  await expect(dialog(page, 'Add photos')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL('/friends');
  await page.goBack();
  await expect(page).toHaveURL('/explore');
});

test('Back lowers the words of an open photo and closes what lies over it, then the photo', async ({
  page,
  browser,
}) => {
  const { page: friend, name } = await somebodyElse(browser);
  await signUp(page);
  await befriend(page, friend, name);
  const [first, second] = [await upload(page), await upload(page)];
  await goTo(page, '/profile');
  await tile(page, second).tap();
  const photo = dialog(page, 'Photo');
  await photo.getByRole('button', { name: 'Send to a friend' }).tap();
  await expect(dialog(page, 'Send to a friend')).toBeVisible();
  await page.goBack();
  await expect(dialog(page, 'Send to a friend')).toHaveCount(0);
  await expect(page).toHaveURL(`/photos/${second}`);

  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(`/photos/${first}`);
  const view = photo.locator('.view');
  await view.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect.poll(() => page.evaluate(() => (history.state as { depth?: number }).depth)).toBe(1);
  await page.goBack();
  await expect(view).toHaveJSProperty('scrollTop', 0);
  await expect(page).toHaveURL(`/photos/${first}`);

  await photo.getByRole('button', { name: 'Delete' }).tap();
  await page.getByRole('button', { name: 'Move to trash' }).tap();
  await expect(photo).toHaveCount(0);
  await expect(page).toHaveURL('/profile');
  await page.goBack();
  await expect(page).toHaveURL('/explore');
});

test('Back from what a dialog led to returns to the page, without the dialog', async ({ page }) => {
  await signUp(page);
  await goTo(page, '/albums');
  await page.getByRole('button', { name: 'New album' }).first().tap();
  await page.getByLabel('Title').fill('Lisbon');
  await page.getByRole('button', { name: 'Create album' }).tap();
  await expect(page.getByRole('heading', { name: 'Lisbon' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/albums');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/explore');
});
