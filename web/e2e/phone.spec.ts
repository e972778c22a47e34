import type { Locator, Page } from '@playwright/test';
import { expect, files, signUp, test, tile, upload } from './people';

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
  await page.getByRole('button', { name: /^You/ }).tap();
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
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('boats');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/explore?q=boats');
  await expect(tile(page, 'none')).toHaveCount(0);
});

test('a wall says what it is narrowed to, and leads out', async ({ page }) => {
  await signUp(page);
  const word = `Quay${Date.now()}`;
  const topics = ['One', 'Two', 'Three', 'Four'].map((name) => `${name} of the topics ${Date.now()}`);
  for (const topic of topics) await upload(page, { topic, caption: word });
  await page.goto(`/explore?q=${word}`);
  await expect(page.getByText(`Photos with “${word}”`)).toBeInViewport();
  await page.getByRole('link', { name: 'Show everything' }).tap();
  await expect(page).toHaveURL('/explore');
  for (const topic of topics) {
    await page.goto(`/explore?topic=${topic}`);
    await expect(page.getByRole('link', { name: topic })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('link', { name: topic })).toBeInViewport({ ratio: 1 });
  }
});

/** Swipes to the left across an element. */
async function swipeLeft(element: Locator) {
  await element.evaluate((target) => {
    const at = (clientX: number) => new Touch({ identifier: 1, target, clientX, clientY: 300 });
    const fire = (type: string, touches: Touch[], touch: Touch) =>
      target.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches: [touch] }));
    fire('touchstart', [at(300)], at(300));
    fire('touchend', [], at(100));
  });
}

test('a swipe anywhere on the open photo goes on, but not one in the words that somebody types', async ({
  page,
}) => {
  await signUp(page);
  const [older, newer] = [await upload(page, { caption: 'older' }), await upload(page, { caption: 'newer' })];
  await page.goto('/profile');
  await tile(page, newer).tap();
  await swipeLeft(page.getByLabel('Write a comment'));
  await expect(page).toHaveURL(`/photos/${newer}`);
  await swipeLeft(page.getByRole('region', { name: 'Comments' }));
  await expect(page).toHaveURL(`/photos/${older}`);
});

/** Targets that are too small for a finger; except names within sentences and elements only for the keyboard. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, textarea, select')]
      .filter(
        (element) =>
          element.checkVisibility() && !element.matches('p a, .words a, .skip, .unseen, label input'),
      )
      .filter((element) => getComputedStyle(element).pointerEvents !== 'none')
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ element }) => element.outerHTML.slice(0, 120)),
  );

test('what can be touched is large enough for a finger', async ({ page }) => {
  await signUp(page);
  const id = await upload(page, { caption: 'Boats', topic: 'Sea', tags: 'one' });
  await page.request.post(`/api/photos/${id}/comments`, { data: { text: 'Well said' } });
  for (const address of ['/', '/explore', '/profile', '/friends', '/messages', '/account']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    expect(await small(page)).toEqual([]);
  }
  await page.goto(`/photos/${id}`);
  await expect(page.getByText('Well said')).toBeVisible();
  expect(await small(page)).toEqual([]);
});
