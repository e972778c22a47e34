import type { Page } from '@playwright/test';
import { expect, expectNoBarrier, signUp, test, tile, upload } from './people';

const slider = (page: Page) => page.getByRole('slider', { name: 'Month' });
const month = (page: Page, name: string) => page.getByRole('heading', { name, level: 2, exact: true });
const day = (page: Page, name: string) => page.getByRole('heading', { name, level: 3, exact: true });
const circle = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` });

/** Photos named by when they were taken, as in 2024-05-04T10. */
async function uploadTaken(page: Page, hours: string[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const uploadOne = async (hour: string) => {
    const id = await upload(page, { caption: hour });
    const edit = {
      ...{ caption: hour, topic: '', tags: [], audience: 'public' },
      taken_at: Date.parse(`${hour}:00Z`),
    };
    expect((await page.request.patch(`/api/photos/${id}`, { data: edit })).status()).toBe(200);
    ids[hour] = id;
  };
  await Promise.all(hours.map(uploadOne));
  return ids;
}

/** Nine months, which take many screens of the size below. */
async function nineMonths(page: Page) {
  const months = ['2025-11', '2025-07', '2025-06', '2025-02', '2024-12', '2024-05', '2024-04', '2023-08'];
  const ids = await uploadTaken(page, [
    '2026-01-20T09',
    '2026-01-04T10',
    ...months.map((of) => `${of}-20T09`),
  ]);
  await page.goto('/profile');
  await expect(month(page, 'January 2026')).toBeVisible();
  return ids;
}

test.describe('a timeline of three years', () => {
  test.use({ viewport: { width: 800, height: 500 } });

  test(
    'stands under its months and days, and the scrubber leads to any of them by key and mouse',
    { tag: '@firefox' },
    async ({ page }) => {
      test.slow();
      await signUp(page);
      const ids = await nineMonths(page);
      await expect(day(page, 'Tuesday, January 20, 2026')).toBeVisible();
      await expect(tile(page, ids['2026-01-20T09']!)).toBeInViewport();
      await expectNoBarrier(page);

      await slider(page).focus();
      await expect(slider(page)).toHaveAttribute('aria-valuetext', 'January 2026, 2 photos');
      await page.keyboard.press('ArrowDown');
      await expect(slider(page)).toHaveAttribute('aria-valuetext', 'November 2025, 1 photo');
      await expect(month(page, 'November 2025')).toBeInViewport();
      await page.keyboard.press('PageDown');
      await expect(slider(page)).toHaveAttribute('aria-valuetext', 'December 2024, 1 photo');
      await expect(tile(page, ids['2024-12-20T09']!)).toBeInViewport();
      await expectNoBarrier(page);
      await page.keyboard.press('Home');
      await expect(month(page, 'January 2026')).toBeInViewport();

      const box = (await slider(page).boundingBox())!;
      await page.mouse.move(box.x + 30, box.y + 30);
      await page.mouse.down();
      await page.mouse.move(box.x + 30, Math.min(495, box.y + box.height), { steps: 4 });
      await page.mouse.up();
      await expect(tile(page, ids['2023-08-20T09']!)).toBeInViewport();
    },
  );

  test('is where it was for somebody who comes back', async ({ page }) => {
    test.slow();
    await signUp(page);
    const ids = await nineMonths(page);
    await slider(page).focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const seen = tile(page, ids['2024-12-20T09']!);
    await expect(seen).toBeInViewport();
    const before = (await seen.boundingBox())!.y;
    await page.getByRole('link', { name: 'Friends' }).click();
    await expect(seen).toHaveCount(0);
    await page.goBack();
    await expect(seen).toBeInViewport();
    expect(Math.abs((await seen.boundingBox())!.y - before)).toBeLessThan(2);
    await seen.click();
    await expect(page.getByText('7 / 10')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('9 / 10')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tile(page, ids['2024-04-20T09']!)).toBeFocused();
  });
});

/** Answers as a server with so many photos in each month would, for pages of photos and the months. */
async function many(page: Page, months: string[], inEach: number, asked: string[]) {
  const first = await upload(page);
  const photo = await (await page.request.get(`/api/photos/${first}`)).json();
  const all = months.flatMap((of) =>
    Array.from({ length: inEach }, (_, i) => ({
      ...photo,
      photo_id: `${of}-${i}`,
      caption: `${of} ${i}`,
      taken_at: Date.parse(`${of}-28`) - i * 3_600_000,
    })),
  );
  await page.route(/\/api\/photos\/months/, (route) =>
    route.fulfill({ json: months.map((of) => ({ month: of, count: inEach })) }),
  );
  await page.route(/\/api\/photos\?/, async (route) => {
    const query = new URL(route.request().url()).searchParams;
    asked.push(query.get('month') ?? '');
    const of = query.get('month');
    const start = Number(
      query.get('cursor') ?? (of ? all.findIndex((one) => one.photo_id === `${of}-0`) : 0),
    );
    query.set('cursor', String(start + 60));
    const next = start + 60 < all.length ? { Link: `</api/photos?${query}>; rel="next"` } : undefined;
    await route.fulfill({ json: all.slice(start, start + 60), headers: next });
  });
}

test('a month far away takes one request, and scrolling up from there moves nothing', async ({ page }) => {
  await signUp(page);
  const months = Array.from({ length: 120 }, (_, i) =>
    new Date(Date.UTC(2025, 11 - i)).toISOString().slice(0, 7),
  );
  const asked: string[] = [];
  await many(page, months, 150, asked);
  await page.goto('/profile');
  await expect(tile(page, '2025-12-0')).toBeVisible();
  asked.length = 0;
  await slider(page).focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('PageDown');
  await expect(tile(page, '2019-12-0')).toBeInViewport();
  expect(asked.filter((of) => of === '2019-12')).toHaveLength(1);
  expect(await page.locator('.tile').count()).toBeLessThan(150);

  for (let i = 0; i < 12; i++) {
    const mark = await page.evaluate(() => {
      const inSight = [...document.querySelectorAll<HTMLElement>('.tile')].find(
        (one) => one.getBoundingClientRect().top > 200,
      )!;
      return { id: inSight.dataset['photo']!, y: inSight.getBoundingClientRect().top, scrolled: scrollY };
    });
    await page.evaluate(() => scrollBy(0, -150));
    await expect(page.locator('.tile').first()).toBeAttached();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const y = await tile(page, mark.id).evaluate((one) => one.getBoundingClientRect().top);
    expect(Math.abs(y - mark.y - 150)).toBeLessThan(2);
  }
  await expect(month(page, '')).toHaveCount(0);
});

test('a day is selected by its heading, and a mouse that is dragged selects what is on its way', async ({
  page,
}) => {
  await signUp(page);
  await uploadTaken(page, ['2024-05-04T09', '2024-05-04T10', '2024-05-05T08', '2024-05-06T08']);
  await page.goto('/profile');
  await day(page, 'Saturday, May 4, 2024').hover();
  await circle(page, 'all of Saturday, May 4, 2024').click();
  const selected = page.getByRole('region', { name: 'Selection' });
  await expect(selected.getByText('2 selected')).toBeVisible();
  await expect(circle(page, '2024-05-04T09')).toBeChecked();
  await circle(page, '2024-05-04T09').click();
  await expect(circle(page, 'all of Saturday, May 4, 2024')).toHaveJSProperty('indeterminate', true);
  await circle(page, 'all of Saturday, May 4, 2024').press('Space');
  await expect(selected.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(selected).toHaveCount(0);

  const from = (await circle(page, '2024-05-06T08').boundingBox())!;
  const to = (await circle(page, '2024-05-04T10').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect(selected.getByText('3 selected')).toBeVisible();
  await expectNoBarrier(page);

  await selected.getByRole('button', { name: 'Date' }).click();
  await page.getByLabel('Days').fill('40');
  await page.getByRole('button', { name: 'Change 3 photos' }).click();
  await expect(month(page, 'June 2024')).toBeVisible();
  await expect(day(page, 'Sunday, May 5, 2024')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(day(page, 'Sunday, May 5, 2024')).toBeVisible();
  await expect(month(page, 'June 2024')).toHaveCount(0);
});
