import { expect, signUp, somebodyElse, test, tile, upload } from './people';

test('words find photos while they are typed, and back leaves the search', async ({ page }) => {
  await signUp(page);
  const word = `Quay${Date.now()}`;
  const found = await upload(page, { caption: `At the ${word}` });
  const other = await upload(page, { caption: 'Elsewhere' });
  await page.goto('/');
  await expect(tile(page, other)).toBeVisible();
  await page.getByRole('searchbox').fill(word.slice(0, 10).toLowerCase());
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/\/explore\?q=quay/);
  await page.getByRole('searchbox').pressSequentially(word.slice(10).toLowerCase());
  await expect(tile(page, found)).toBeVisible();
  await expect(tile(page, other)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('a slash leads to the search box, which finds people beside photos', async ({ page, browser }) => {
  const { page: other, name } = await somebodyElse(browser);
  const called = `Zoë ${name}`;
  expect((await other.request.patch('/api/account', { data: { name: called } })).status()).toBe(200);
  await signUp(page);
  await page.goto('/explore');
  await expect(page.getByRole('heading', { name: 'Explore' })).toBeAttached();
  await page.keyboard.press('/');
  await page.keyboard.type(`${name} zoe`);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'People found' }).getByRole('link', { name: called }).click();
  await expect(page).toHaveURL(`/people/${name}`);
});

test('a search without a match says so and offers the way out', async ({ page }) => {
  await signUp(page);
  await upload(page);
  await page.goto('/explore?q=zzzzzz');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(page.locator('.tile').first()).toBeVisible();
});

test('a topic gathers its photos', async ({ page }) => {
  await signUp(page);
  const topic = `Harbour ${Date.now()}`;
  const inside = await upload(page, { topic });
  const outside = await upload(page, { topic: 'Another' });
  await page.goto('/');
  await tile(page, inside).getByRole('link', { name: topic, exact: true }).click();
  await expect(tile(page, inside)).toBeVisible();
  await expect(tile(page, outside)).toHaveCount(0);
  await expect(page).toHaveURL(/topic=Harbour/);
});

test('the wall grows as far as somebody scrolls, without holding all of it', async ({ page }) => {
  test.slow();
  await signUp(page);
  const ids: string[] = [];
  const words = { audience: 'private' }; // or other journeys would not find theirs in Explore
  for (let i = 0; i < 65; i++) ids.push(await upload(page, words, 'src/auth/wall/black-canyon-240.webp'));
  await page.goto('/profile');
  await expect(tile(page, ids.at(-1)!)).toBeVisible();
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(tile(page, ids[0]!)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.setViewportSize({ width: 700, height: 500 });
  // The wall keeps its place when the window changes, which may come after the first attempt.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await expect(tile(page, ids.at(-1)!)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(tile(page, ids[0]!)).toHaveCount(0);
});

test("a person's name leads to their photos, but not to those they keep to themselves", async ({
  page,
  browser,
}) => {
  const name = await signUp(page);
  const shown = await upload(page);
  const hidden = await upload(page, { audience: 'private' });
  const { page: other } = await somebodyElse(browser);
  await other.goto(`/photos/${shown}`);
  await other.getByRole('link', { name }).first().click();
  await expect(other).toHaveURL(`/people/${name}`);
  await expect(tile(other, shown)).toBeVisible();
  await expect(tile(other, hidden)).toHaveCount(0);
  await other.goto(`/photos/${hidden}`);
  await expect(other.getByRole('heading', { name: 'This photo is not here' })).toBeVisible();
  await other.context().close();
});
