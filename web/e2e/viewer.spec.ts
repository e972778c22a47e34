import type { Page } from '@playwright/test';
import { expect, expectNoBarrier, files, signUp, test, tile, upload } from './people';

/** Photos named one, two, three …, the last one first on the wall, which is opened at `at`. */
async function openOneOf(page: Page, names: string[], at: string): Promise<Record<string, string>> {
  await signUp(page);
  const ids: Record<string, string> = {};
  for (const [i, caption] of names.entries()) {
    ids[caption] = await upload(page, { caption }, files(names.length)[i]!);
  }
  await page.goto('/profile');
  await tile(page, ids[at]!).click();
  await expect(picture(page)).toHaveAttribute('alt', at);
  return ids;
}

const viewer = (page: Page) => page.getByRole('dialog', { name: 'Photo' });
const picture = (page: Page) => viewer(page).locator('.here .picture img');
/** How many times larger than fitted the photo is. */
const scale = (page: Page) =>
  viewer(page)
    .locator('.here .lens')
    .evaluate((lens) => new DOMMatrix(getComputedStyle(lens).transform).a);
const middleOf = async (page: Page) => {
  const box = (await viewer(page).locator('.slides').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const faded = (page: Page) =>
  viewer(page)
    .locator('.over')
    .evaluate((over) => getComputedStyle(over).opacity === '0');

test('a photo is enlarged up to its original by wheel, double click and keys, and moved by the mouse', async ({
  page,
}) => {
  await openOneOf(page, ['one'], 'one');
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  const original = page.waitForRequest(/\/image\/full/);
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, -100);
  await original;
  await expect.poll(() => scale(page)).toBeGreaterThan(2);
  await expect(viewer(page).locator('.original')).toHaveJSProperty('complete', true);

  const before = (await picture(page).boundingBox())!;
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await picture(page).boundingBox())!.x).toBeCloseTo(before.x + 60, 0);

  await page.mouse.dblclick(x, y);
  await expect.poll(() => scale(page)).toBe(1);
  await page.mouse.dblclick(x, y);
  await expect.poll(() => scale(page)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('0');
  await expect.poll(() => scale(page)).toBe(1);
  await page.keyboard.press('+');
  await expect.poll(() => scale(page)).toBe(1.5);
});

test('the viewer says which photo of how many it shows, and its filmstrip leads to the others', async ({
  page,
}) => {
  const ids = await openOneOf(page, ['one', 'two', 'three', 'four'], 'three');
  await expect(viewer(page).getByText('2 / 4')).toBeVisible();
  await expect(viewer(page).locator('.slide img')).toHaveCount(3);
  const film = viewer(page).getByRole('group', { name: 'Photos around this one' });
  await expect(film.getByRole('button', { name: 'three' })).toHaveAttribute('aria-current', 'true');
  await film.getByRole('button', { name: 'one' }).click();
  await expect(page).toHaveURL(`/photos/${ids['one']}`);
  await expect(viewer(page).getByText('4 / 4')).toBeVisible();
  await expect(viewer(page).getByRole('button', { name: 'Next photo' })).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(film.getByRole('button', { name: 'two' })).toBeFocused();
});

test('keys hide the words, fill the screen and explain themselves, and what was chosen is kept', async ({
  page,
}) => {
  await openOneOf(page, ['one', 'two'], 'two');
  const words = viewer(page).getByLabel('Write a comment');
  await words.fill('f i ?');
  await expect(words).toHaveValue('f i ?');
  await page.keyboard.press('Escape');
  await expectNoBarrier(page);

  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('Full screen')).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(picture(page)).toHaveAttribute('alt', 'two');

  await page.keyboard.press('i');
  await expect(words).toHaveCount(0);
  await viewer(page).getByRole('button', { name: 'On paper' }).click();
  await expectNoBarrier(page);
  await page.reload();
  await expect(viewer(page).getByRole('button', { name: 'On paper' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(words).toHaveCount(0);
  await page.keyboard.press('i');
  await expect(words).toBeVisible();
});

test('the controls fade while the mouse rests, and any move or key brings them back', async ({ page }) => {
  await page.clock.install();
  await openOneOf(page, ['one', 'two'], 'two');
  await page.mouse.move(300, 300);
  await page.clock.runFor(3_000);
  await expect.poll(() => faded(page)).toBe(true);
  await page.mouse.move(310, 300);
  await expect.poll(() => faded(page)).toBe(false);
  await page.clock.runFor(3_000);
  await expect.poll(() => faded(page)).toBe(true);
  await page.keyboard.press('Tab');
  await expect.poll(() => faded(page)).toBe(false);
  await page.mouse.move(320, 300);
  await page.clock.runFor(3_000);
  await expect(viewer(page).getByRole('button', { name: 'Close' })).toBeFocused();
  expect(await faded(page)).toBe(false);
});

test('a slideshow goes on by itself until somebody does something, or the photos end', async ({ page }) => {
  await page.clock.install();
  await openOneOf(page, ['one', 'two', 'three'], 'three');
  await page.keyboard.press('Space');
  await expect(viewer(page).getByLabel('Write a comment')).toHaveCount(0);
  await page.clock.runFor(4_100);
  await expect(picture(page)).toHaveAttribute('alt', 'two');
  await page.mouse.wheel(0, 10);
  await expect(viewer(page).getByLabel('Write a comment')).toBeVisible();
  await viewer(page).getByRole('button', { name: 'Slideshow' }).click();
  await page.clock.runFor(4_100);
  await expect(picture(page)).toHaveAttribute('alt', 'one');
  await expect(viewer(page).getByLabel('Write a comment')).toBeVisible();
});

/** The animations of pictures that are cut to the shape of a tile. */
const countGrowths = (page: Page) =>
  page.addInitScript(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, timing) {
      if (JSON.stringify(frames).includes('clipPath')) document.documentElement.dataset['grown'] += 'x';
      return animate.call(this, frames, timing);
    };
    addEventListener('DOMContentLoaded', () => (document.documentElement.dataset['grown'] = ''));
  });

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`a tile grows into its photo and back, with ${reducedMotion} of motion`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await countGrowths(page);
    const ids = await openOneOf(page, ['one', 'two'], 'two');
    const grown = page.locator('html');
    await expect(grown).toHaveAttribute('data-grown', reducedMotion === 'reduce' ? '' : 'x');
    await page.keyboard.press('ArrowRight');
    await expect(picture(page)).toHaveAttribute('alt', 'one');
    await page.goBack();
    await expect(tile(page, ids['one']!)).toBeFocused();
    await expect(grown).toHaveAttribute('data-grown', reducedMotion === 'reduce' ? '' : 'xx');
    await expect(page.locator('body > .picture')).toHaveCount(0);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  type Finger = { x: number; y: number };

  /** Fingers that go from one place to another, and are lifted there. */
  async function fingers(page: Page, from: Finger[], to: Finger[], onTheWay = async () => {}) {
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Finger[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', from);
    for (const part of [0.25, 0.5, 0.75, 1]) {
      const between = from.map(({ x, y }, i) => ({
        x: x + (to[i]!.x - x) * part,
        y: y + (to[i]!.y - y) * part,
      }));
      await touch('touchMove', between);
    }
    await onTheWay();
    await touch('touchEnd', []);
  }

  test('a swipe moves the photo with the finger and goes on, and one down closes it', async ({ page }) => {
    const ids = await openOneOf(page, ['one', 'two'], 'two');
    const left = async () => (await picture(page).boundingBox())!.x;
    const before = await left();
    await fingers(page, [{ x: 300, y: 300 }], [{ x: 260, y: 300 }], async () =>
      expect.poll(left).toBeCloseTo(before - 40, 0),
    );
    await expect.poll(left).toBeCloseTo(before, 0);
    await fingers(page, [{ x: 300, y: 300 }], [{ x: 100, y: 300 }]);
    await expect(page).toHaveURL(`/photos/${ids['one']}`);
    await expect(picture(page)).toHaveAttribute('alt', 'one');
    await fingers(page, [{ x: 200, y: 200 }], [{ x: 210, y: 420 }]);
    await expect(page).toHaveURL('/profile');
    await expect(viewer(page)).toHaveCount(0);
  });

  test('two fingers enlarge a photo, one moves it then, and two taps make it fit again', async ({ page }) => {
    const ids = await openOneOf(page, ['one', 'two'], 'two');
    const { x, y } = await middleOf(page);
    await fingers(
      page,
      [
        { x: x - 40, y },
        { x: x + 40, y },
      ],
      [
        { x: x - 120, y },
        { x: x + 120, y },
      ],
    );
    await expect.poll(() => scale(page)).toBeCloseTo(3, 1);
    await fingers(page, [{ x: 300, y }], [{ x: 100, y }]);
    await expect(page).toHaveURL(`/photos/${ids['two']}`);
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => scale(page)).toBe(1);
  });

  test('a tap leaves the photo alone, and a swipe up shows the words', async ({ page }) => {
    await openOneOf(page, ['one', 'two'], 'two');
    await viewer(page).locator('.slides').tap();
    await expect.poll(() => faded(page)).toBe(true);
    await viewer(page).locator('.slides').tap();
    await expect.poll(() => faded(page)).toBe(false);
    await fingers(page, [{ x: 200, y: 400 }], [{ x: 200, y: 200 }]);
    await expect(viewer(page).getByLabel('Write a comment')).toBeInViewport();
    await expectNoBarrier(page);
  });
});
