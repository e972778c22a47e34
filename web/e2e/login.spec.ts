import { expect, expectNoBarrier, test } from './people';

const moving = () => document.getAnimations().filter((one) => one.playState === 'running').length;

test('photographs pass by beside the log-in, until they are held still', async ({ page }) => {
  await page.goto('/login');
  await expect(page.getByText('A quiet place for photos, shared with friends.')).toBeVisible();
  await expect.poll(() => page.evaluate(moving)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Hold the pictures still' }).click();
  await expect.poll(() => page.evaluate(moving)).toBe(0);
  await expectNoBarrier(page);
});

test('nothing moves beside the log-in for people who prefer that', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  expect(await page.evaluate(moving)).toBe(0);
  await expect(page.getByRole('button', { name: /pictures/ })).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the photographs stand above the form, small, and nothing shifts', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/login');
    const button = page.getByRole('button', { name: 'Log in' });
    await expect(button).toBeInViewport();
    const other = await page.getByRole('link', { name: 'Create an account' }).boundingBox();
    expect(other!.height).toBeGreaterThanOrEqual(44);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /-560-.*webp/.test(url))).toEqual([]);
    expect(asked.filter((url) => /-240-.*webp/.test(url)).length).toBeGreaterThan(0);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift).toBeLessThan(0.02);
  });
});
