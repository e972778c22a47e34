import { expect, test, befriend, somebodyElse, signUp, upload, files, expectNoBarrier } from './people';

test(
  'a photo goes to the trash, comes back by undo or from there, and is deleted for good',
  { tag: '@firefox' },
  async ({ page, browser }) => {
    const name = await signUp(page);
    const friend = await somebodyElse(browser);
    await befriend(page, friend.page, friend.name);
    const id = await upload(page, { caption: 'Harbour', audience: 'friends' });
    await upload(page, { caption: 'Meadow', audience: 'friends' }, files(2)[1]);
    const profile = await friend.page.context().newPage();
    await profile.goto(`/people/${name}`);
    const count = (words: string) => expect(profile.getByText(words, { exact: true })).toBeVisible();
    await count('2 photos');
    await friend.page.goto('/');
    await expect(friend.page.getByText('Harbour', { exact: true })).toBeVisible();

    const moveToTrash = async () => {
      await page.goto('/profile');
      await page.getByRole('link', { name: 'Harbour' }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('button', { name: 'Move to trash' }).click();
      await expect(page).toHaveURL('/profile');
      await expect(page.getByRole('link', { name: 'Harbour' })).toBeHidden();
    };
    await moveToTrash();
    await expect(friend.page.getByText('Harbour', { exact: true })).toBeHidden();
    await count('1 photo');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Harbour' })).toBeVisible();
    await expect(friend.page.getByText('Harbour', { exact: true })).toBeVisible();
    await count('2 photos');

    await moveToTrash();
    await page.getByRole('button', { name: /^You:/ }).click();
    await page.getByRole('link', { name: 'Trash' }).click();
    await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Harbour' })).toBeVisible();
    await expect(page.getByRole('img', { name: 'Only you' })).toHaveCount(0);
    await expectNoBarrier(page);
    await page.getByRole('link', { name: 'Harbour' }).click();
    await expect(page).toHaveURL(`/photos/${id}`);
    await expect(page.getByText('It is deleted for good on')).toBeVisible();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('The trash is empty')).toBeVisible();
    await expect(friend.page.getByText('Harbour', { exact: true })).toBeVisible();

    await moveToTrash();
    await page.goto('/trash');
    await page.getByRole('button', { name: 'Empty trash' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Empty trash' }).click();
    await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
    expect((await page.request.get(`/api/photos/${id}`)).status()).toBe(404);
  },
);
