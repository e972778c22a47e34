import type { Page } from '@playwright/test';
import { expect, expectNoBarrier, files, signUp, test, tile, upload } from './people';

const photoOf = async (page: Page, id: string) => (await page.request.get(`/api/photos/${id}`)).json();
const circle = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const selected = (page: Page, count: number) =>
  expect(page.locator('[aria-live=polite]').filter({ hasText: `${count} selected` })).toHaveCount(1);
const undo = async (page: Page, result: string) => {
  await expect(page.getByText(result)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText(/^Undone for/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
};

/** Photos named one, two, three …, the last one first on the wall. */
async function uploadAll(page: Page, names: string[], words = {}) {
  const ids: string[] = [];
  for (const [at, caption] of names.entries()) {
    ids.push(await upload(page, { caption, ...words }, files(names.length)[at]!));
  }
  return ids;
}

test(
  'photos are selected by click, range and keyboard, and then a click selects instead of opening',
  { tag: '@firefox' },
  async ({ page }) => {
    await signUp(page);
    const [one, two, three, four] = await uploadAll(page, ['one', 'two', 'three', 'four']);
    await page.goto('/profile');
    await tile(page, four!).hover();
    await circle(page, 'four').click();
    await selected(page, 1);
    await tile(page, two!).click({ modifiers: ['Shift'] });
    await selected(page, 3);
    await expect(circle(page, 'three')).toBeChecked();
    await tile(page, three!).click();
    await selected(page, 2);
    await expect(page).toHaveURL('/profile');
    await expectNoBarrier(page);

    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await tile(page, one!).focus();
    await page.keyboard.press('x');
    await selected(page, 1);
    await page.keyboard.press('ControlOrMeta+a');
    await selected(page, 4);
    await bar(page).getByRole('button', { name: 'End the selection' }).click();
    await expect(tile(page, one!)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/photos/${one}`);
  },
);

test('the selected photos get an audience, a topic, tags and another date, and each is undone', async ({
  page,
}) => {
  await signUp(page);
  const [one, two] = await uploadAll(page, ['one', 'two'], {
    audience: 'private',
    topic: 'Sea',
    tags: 'old',
  });
  const before = await photoOf(page, one!);
  await page.goto('/profile');
  const change = async (what: string, fill: () => Promise<void>) => {
    await tile(page, one!).hover();
    await circle(page, 'one').click();
    await tile(page, two!).click();
    await bar(page).getByRole('button', { name: what }).click();
    await fill();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Change 2 photos' }).click();
    await expect(page.getByText('2 photos changed.')).toBeVisible();
  };
  const fieldsOf = async (field: string) => [
    (await photoOf(page, one!))[field],
    (await photoOf(page, two!))[field],
  ];

  await change('Audience', () => page.getByText('Friends', { exact: true }).last().click());
  expect(await fieldsOf('audience')).toEqual(['friends', 'friends']);
  await expect(tile(page, one!).getByRole('img', { name: 'Friends' })).toBeVisible();
  await undo(page, '2 photos changed.');
  await expect(tile(page, one!).getByRole('img', { name: 'Only you' })).toBeVisible();
  expect(await fieldsOf('audience')).toEqual(['private', 'private']);

  await change('Topic', () => page.getByRole('combobox', { name: 'Topic' }).fill('Lake'));
  expect(await fieldsOf('topic')).toEqual(['Lake', 'Lake']);
  await undo(page, '2 photos changed.');
  expect(await fieldsOf('topic')).toEqual(['Sea', 'Sea']);

  await change('Tags', () => page.getByLabel('Tags to add').fill('Boat, #old'));
  expect(await fieldsOf('tags')).toEqual([
    ['old', 'boat'],
    ['old', 'boat'],
  ]);
  await undo(page, '2 photos changed.');
  expect(await fieldsOf('tags')).toEqual([['old'], ['old']]);

  await change('Tags', async () => {
    await page.getByText('Remove', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'old' }).check();
  });
  expect(await fieldsOf('tags')).toEqual([[], []]);
  await undo(page, '2 photos changed.');
  expect(await fieldsOf('tags')).toEqual([['old'], ['old']]);

  await change('Date', async () => {
    await page.getByText('Earlier', { exact: true }).click();
    await page.getByLabel('Days').fill('1');
    await page.getByLabel('Hours').fill('2');
  });
  expect((await photoOf(page, one!)).taken_at).toBe(before.taken_at - 26 * 3_600_000);
  await undo(page, '2 photos changed.');
  expect((await photoOf(page, one!)).taken_at).toBe(before.taken_at);
});

test('photos that cannot be changed stay selected, and the page says why', async ({ page }) => {
  await signUp(page);
  const [one, two] = await uploadAll(page, ['one', 'two']);
  await page.goto('/profile');
  await tile(page, one!).hover();
  await circle(page, 'one').click();
  await tile(page, two!).click();
  await bar(page).getByRole('button', { name: 'Date' }).click();
  await page.getByLabel('Days').fill('70000');
  await page.getByRole('button', { name: 'Change 2 photos' }).click();
  await expect(page.getByText('2 not: Its date would be in the future, or before 1826.')).toBeVisible();
  await selected(page, 2);
});

test('selected photos go to the trash, come back, and are deleted for good from there', async ({ page }) => {
  await signUp(page);
  const [one, two, three] = await uploadAll(page, ['one', 'two', 'three'], { audience: 'friends' });
  await page.goto('/profile');
  const trashTwo = async () => {
    await tile(page, one!).hover();
    await circle(page, 'one').click();
    await tile(page, two!).click();
    await bar(page).getByRole('button', { name: 'Move to trash' }).click();
    await expect(page.getByText('2 photos moved to the trash.')).toBeVisible();
    await expect(page.locator('.tile')).toHaveCount(1);
    await expect(page.getByText('1 photo', { exact: true })).toBeVisible();
  };
  await trashTwo();
  expect((await photoOf(page, one!)).trashed_at).toBeGreaterThan(0);
  await undo(page, '2 photos moved to the trash.');
  await expect(page.locator('.tile')).toHaveCount(3);
  await expect(page.getByText('3 photos', { exact: true })).toBeVisible();
  await expect(tile(page, one!).getByRole('img', { name: 'Friends' })).toBeVisible();
  expect((await photoOf(page, one!)).trashed_at).toBeNull();

  await trashTwo();
  await page.getByRole('button', { name: /^You:/ }).click();
  await page.getByRole('link', { name: 'Trash' }).click();
  await tile(page, two!).hover();
  await circle(page, 'two').click();
  await expectNoBarrier(page);
  await bar(page).getByRole('button', { name: 'Restore' }).click();
  await expect(tile(page, two!)).toHaveCount(0);
  expect((await photoOf(page, two!)).trashed_at).toBeNull();
  await undo(page, '1 photo restored.');
  await expect(tile(page, two!)).toBeVisible();
  expect((await photoOf(page, two!)).trashed_at).toBeGreaterThan(0);

  await tile(page, two!).hover();
  await circle(page, 'two').click();
  await bar(page).getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('1 photo deleted for good.')).toBeVisible();
  expect((await page.request.get(`/api/photos/${two}`)).status()).toBe(404);
  expect((await photoOf(page, three!)).trashed_at).toBeNull();

  await tile(page, one!).hover();
  await circle(page, 'one').click();
  await bar(page).getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.tile')).toHaveCount(2);
  await expect(tile(page, one!).getByRole('img', { name: 'Friends' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** Rests a finger on a photo. */
  async function hold(page: Page, id: string) {
    const box = (await tile(page, id).boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await selected(page, 1);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('a long press begins a selection, and a tap goes on with it', async ({ page }) => {
    await signUp(page);
    const [one, two, three] = await uploadAll(page, ['one', 'two', 'three']);
    await page.goto('/profile');
    await hold(page, one!);
    await selected(page, 1);
    await tile(page, two!).tap();
    await selected(page, 2);
    await expect(page).toHaveURL('/profile');
    await circle(page, 'three').tap();
    await selected(page, 3);
    await circle(page, 'three').tap();
    await expectNoBarrier(page);
    for (const button of await bar(page).getByRole('button').all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );

    await bar(page).getByRole('button', { name: 'Audience' }).tap();
    await page.getByText('Only you', { exact: true }).last().tap();
    await page.getByRole('button', { name: 'Change 2 photos' }).tap();
    await expect(page.getByText('2 photos changed.')).toBeVisible();
    expect((await photoOf(page, two!)).audience).toBe('private');
    expect((await photoOf(page, three!)).audience).toBe('public');
    await tile(page, three!).tap();
    await expect(page).toHaveURL(`/photos/${three}`);
  });
});
