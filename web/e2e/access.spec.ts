import { expect, expectNoBarrier, files, signUp, somebodyElse, test, tile, upload } from './people';

test('no screen among friends keeps anybody out', async ({ page, browser }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const name = await signUp(page);
  const { page: other, name: friend } = await somebodyElse(browser);
  await page.goto('/friends');
  await expect(page.getByRole('heading', { name: 'Better together' })).toBeVisible();
  await expectNoBarrier(page);
  await other.request.post('/api/friends/request', { data: { username: name } });
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByText('would like to be your friend')).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: '1 friend' })).toBeVisible();
  await expectNoBarrier(page);
  await page.goto('/messages');
  await expect(page.getByText('Say hello')).toBeVisible();
  await expectNoBarrier(page);
  await page.goto(`/messages/${friend}`);
  await page.getByLabel('Write a message').fill('Hello');
  await page.getByLabel('Write a message').press('Enter');
  await expect(page.getByRole('log').getByText('Hello', { exact: true })).toBeVisible();
  await expectNoBarrier(page);
  await page.goto(`/people/${friend}`);
  await expect(page.getByRole('button', { name: 'More' })).toBeVisible();
  await expectNoBarrier(page);
  await page.goto('/account');
  await expect(page.getByText('This device')).toBeVisible();
  await expectNoBarrier(page);
  await other.context().close();
});

test('no screen keeps anybody out', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await expectNoBarrier(page);
  await page.goto('/signup');
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await expectNoBarrier(page);

  await signUp(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
  await expectNoBarrier(page);

  const id = await upload(page, { caption: 'For axe', topic: 'Access', tags: 'one,two' });
  await page.request.post(`/api/photos/${id}/comments`, { data: { text: 'Well said' } });
  await page.request.put(`/api/photos/${id}/like`);
  for (const address of ['/', '/explore', '/profile']) {
    await page.goto(address);
    await expect(tile(page, id)).toBeVisible();
    await expectNoBarrier(page);
  }
  await page.goto('/explore?q=zzzzzz');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expectNoBarrier(page);

  await page.goto(`/photos/${id}`);
  await expect(page.getByText('Well said')).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await expectNoBarrier(page);
  await page.getByLabel('Choose photos').setInputFiles(files(2));
  await page.getByRole('combobox', { name: 'Topic' }).click();
  await expectNoBarrier(page);
});

test('everything can be reached by keyboard', async ({ page }) => {
  await signUp(page);
  const id = await upload(page);
  await page.goto('/profile');
  await expect(tile(page, id)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // skips to the photos
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(tile(page, id)).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/photos/${id}`);
  const remove = page.getByRole('button', { name: 'Delete', exact: true });
  await remove.press('Enter');
  await page.getByRole('button', { name: 'Keep it' }).press('Enter');
  await expect(remove).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/profile');
  await expect(tile(page, id)).toBeFocused();
});

test('where the colours are the system’s, lines show what lies on top and what is chosen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signUp(page);
  const id = await upload(page);
  await page.goto(`/photos/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const chosen = page.locator('label', { has: page.getByRole('radio', { name: 'Everyone' }) });
  await expect(chosen).toHaveCSS('outline-style', 'solid');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move this photo to the trash?' });
  await expect(dialog).toHaveCSS('border-top-style', 'solid');
  await expect(dialog).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
});
