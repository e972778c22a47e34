import type { Browser, Page } from '@playwright/test';
import { makeAlbum, uploadAll } from './albums';
import {
  befriend,
  expect,
  expectNoBarrier,
  files,
  freshName,
  PASSWORD,
  signUp,
  somebodyElse,
  test,
  tile,
  upload,
} from './people';

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const field = (page: Page) => page.getByRole('textbox', { name: 'The link' });
const settings = (page: Page) => page.getByRole('group', { name: 'Settings of the link' });
const ended = (page: Page) => page.getByRole('heading', { name: 'These photos are not shared any more' });

const links = async (page: Page): Promise<{ url: string }[]> =>
  (await page.request.get('/api/shares')).json();

/** Uploads two photos, and selects them on the page of their owner. */
async function selectTwo(page: Page): Promise<string[]> {
  await signUp(page);
  const ids = [
    await upload(page, { caption: 'Low tide', audience: 'private' }, files(2)[0]!),
    await upload(page, { caption: 'The hill', audience: 'private' }, files(2)[1]!),
  ];
  await page.goto('/profile');
  await tile(page, ids[0]!).hover();
  await page.getByRole('checkbox', { name: 'Select Low tide' }).click();
  await tile(page, ids[1]!).click();
  return ids;
}

/** Makes a link without the page; returns its address and the id of its one photo. */
async function share(page: Page, settings = {}): Promise<{ url: string; id: string; photo: string }> {
  await signUp(page);
  const photo = await upload(page, { caption: 'Low tide', audience: 'private' });
  const answer = await page.request.post('/api/shares', { data: { photo_ids: [photo], ...settings } });
  expect(answer.status()).toBe(201);
  const { url, share_id } = await answer.json();
  return { url, id: share_id, photo };
}

/** Somebody without an account, who never asks for anything that needs one. */
async function guest(browser: Browser, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('pageerror', (error) => expect(error.stack).toBe(''));
  page.on('response', (answer) => {
    const refused = answer.status() === 401 && !new URL(answer.url()).pathname.startsWith('/api/s/');
    expect(refused ? answer.url() : '').toBe('');
  });
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a comment').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByLabel('Comments').getByText(text, { exact: true })).toBeVisible();
}

test(
  'who has a link sees, likes and answers without an account, until the link ends',
  { tag: '@firefox' },
  async ({ page, browser }) => {
    test.slow();
    const [one] = await selectTwo(page);
    await bar(page).getByRole('button', { name: 'Share' }).click();
    await expect(page.getByText('Whoever has the link sees these 2 photos')).toBeVisible();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = await field(page).inputValue();
    await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
    await page.getByLabel('Title').fill('A day at the sea');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByLabel('Title').press('Enter');
    await saved;
    await expectNoBarrier(page);

    const grandma = await guest(browser);
    await grandma.goto(link);
    await expect(grandma.getByRole('link', { name: 'Download all 2 photos' })).toBeVisible();
    await expect(grandma.getByRole('heading', { name: 'A day at the sea' })).toBeVisible();
    await tile(grandma, one!).click();
    await expect(grandma).toHaveURL(`${link}/${one}`);
    await grandma.getByRole('button', { name: 'Like, 0 so far' }).click();
    await expect(grandma.getByRole('button', { name: 'Like, 1 so far' })).toBeVisible();
    await grandma.getByLabel('Your name').fill('Grandma');
    await say(grandma, 'I can hear the gulls');
    await say(grandma, 'And the wind');
    await grandma.getByRole('button', { name: 'Delete comment by Grandma' }).last().click();
    await expect(grandma.getByText('And the wind')).toBeHidden();
    await grandma.getByRole('button', { name: 'Dismiss' }).click();
    await grandma.reload();
    await expect(grandma.getByText('You write as Grandma.')).toBeVisible();
    await expect(grandma.getByText('I can hear the gulls')).toBeVisible();
    await expect(grandma.getByText('And the wind')).toBeHidden();
    await grandma.keyboard.press('ArrowLeft');
    await expect(grandma.getByText('The hill')).toBeVisible();
    await grandma.keyboard.press('Escape');
    await expect(grandma).toHaveURL(link);

    await page.goto('/links');
    await expect(page.getByText('Opened 2 times, last just now')).toBeVisible();
    await page.getByRole('button', { name: 'Settings of the link to A day at the sea' }).click();
    await page.getByRole('button', { name: 'End this link' }).click();
    await page
      .getByRole('dialog', { name: 'End this link?' })
      .getByText('End this link', { exact: true })
      .click();
    await expect(page.getByRole('heading', { name: 'No links yet' })).toBeVisible();
    await tile(grandma, one!).click();
    await expect(ended(grandma)).toBeVisible();
  },
);

test('a password holds at once, also for those who are looking', async ({ page, browser }) => {
  const { url, photo } = await share(page);
  const visitor = await guest(browser);
  await visitor.goto(url);
  await expect(tile(visitor, photo)).toBeVisible();

  await page.goto('/links');
  await page.getByRole('button', { name: /^Settings of the link/ }).click();
  await page.getByRole('switch', { name: 'Password' }).click();
  await page.getByLabel('At least 4 characters').fill('tide');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Tell it to them by another way')).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByLabel('At least 4 characters').fill('ebb tide');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.keyboard.press('Escape'); // a password that was typed holds, however the dialog closes
  await saved;

  await tile(visitor, photo).click();
  await expect(visitor.getByRole('heading', { name: 'These photos have a password' })).toBeVisible();
  await visitor.getByLabel('Password').fill('tied');
  await visitor.getByRole('button', { name: 'See the photos' }).click();
  await expect(visitor.getByText('This is not the password.')).toBeVisible();
  await visitor.getByLabel('Password').fill('ebb tide');
  await visitor.getByRole('button', { name: 'See the photos' }).click();
  await expect(visitor.getByRole('img', { name: 'Low tide' }).last()).toBeVisible();
});

test('what a guest wrote stays theirs when they make an account', async ({ page, browser }) => {
  const { url, photo } = await share(page);
  const visitor = await guest(browser);
  await visitor.goto(`${url}/${photo}`);
  await visitor.getByLabel('Your name').fill('Grandma Änne');
  await say(visitor, 'I can hear the gulls');
  await visitor.getByRole('link', { name: 'Keep this: make an account' }).click();
  await expect(visitor.getByText('What you said and liked there as Grandma Änne stays yours.')).toBeVisible();
  await expect(visitor.getByLabel('Username')).toHaveValue('grandma.anne');
  const name = freshName();
  await visitor.getByLabel('Username').fill(name);
  await visitor.getByLabel('Password').fill(PASSWORD);
  await visitor.getByRole('button', { name: 'Create account' }).click();
  await expect(visitor).toHaveURL(`${url}/${photo}`);
  await expect(visitor.getByText(`You write as ${name}.`)).toBeVisible();
  await expect(async () => {
    const comments = await page.request.get(`/api/photos/${photo}/comments`);
    expect((await comments.json())[0]).toMatchObject({ username: name, guest: false });
  }).toPass();
  expect(await (await visitor.request.get('/api/auth/me')).json()).toMatchObject({ name: 'Grandma Änne' });
});

test('a link says who is looking, and opens photos as oneself where one may see them', async ({
  page,
  browser,
}) => {
  const { url, photo } = await share(page);
  await page.goto(url);
  await expect(page.getByText('Your own link, as others see it')).toBeVisible();
  await tile(page, photo).click();
  await page.getByRole('link', { name: 'Open it as yourself' }).click();
  await expect(page).toHaveURL(`/photos/${photo}`);

  const { page: other, name } = await somebodyElse(browser);
  await befriend(page, other, name);
  const errors: string[] = [];
  other.on('console', (said) => said.type() === 'error' && errors.push(said.text()));
  await other.goto(`${url}/${photo}`);
  await expect(other.getByText(`You write as ${name}.`)).toBeVisible();
  await expect(other.getByText('Open it as yourself')).toBeHidden();
  expect(errors).toEqual([]);
});

test('a link without comments, likes and downloads shows photos alone, and says when it ends', async ({
  page,
  browser,
}) => {
  const { url, id, photo } = await share(page);
  await page.goto('/links');
  await page.getByRole('button', { name: /^Settings of the link/ }).click();
  await page.getByRole('switch', { name: 'Comments' }).click();
  await page.getByRole('switch', { name: 'Likes' }).click();
  await settings(page).getByText('None').click();
  await settings(page).getByText('In a day').click();
  await expect(settings(page).getByText(/^It works until tomorrow at \d/)).toBeVisible();
  const kept = async () => (await (await page.request.get('/api/shares')).json())[0];
  await expect.poll(async () => (await kept()).expires_at - Date.now()).toBeGreaterThan(86_000_000);
  expect(await kept()).toMatchObject({ share_id: id, comments: false, likes: false, download: 'none' });

  const visitor = await guest(browser);
  await visitor.goto(`${url}/${photo}`);
  await expect(visitor.getByText('Low tide')).toBeVisible();
  for (const absent of ['Download this photo', 'Write a comment', 'Your name', /^Like/])
    await expect(visitor.getByLabel(absent)).toHaveCount(0);
  await visitor.keyboard.press('Escape');
  await expect(visitor.getByText(/here until tomorrow at \d/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Until tomorrow at \d/)).toBeVisible();
});

test('selected photos are saved in one file', async ({ page }) => {
  await selectTwo(page);
  const saved = page.waitForEvent('download');
  await bar(page).getByRole('button', { name: 'Download' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.zip$/);
});

test('an open photo of one’s own is shared by its address or by one link, which is made only when it is asked for', async ({
  page,
}) => {
  await signUp(page);
  const id = await upload(page, { caption: 'Low tide', audience: 'friends' });
  await page.goto(`/photos/${id}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Your friends can open it.')).toBeVisible();
  await expect(field(page)).toHaveValue(new RegExp(`/photos/${id}$`));
  await page.getByText('Anyone with a link').click();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();
  await expectNoBarrier(page);
  expect(await links(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(field(page)).toHaveValue(/\/s\/[\w-]{22,}$/);
  await expectNoBarrier(page);
  await page.getByText('Those who can see it').click();
  await expect(field(page)).toHaveValue(new RegExp(`/photos/${id}$`));
  await page.getByText('Anyone with a link').click();
  const [only, ...others] = await links(page);
  expect(others).toEqual([]);
  await expect(field(page)).toHaveValue(new RegExp(`${only!.url}$`));
});

test('who looks at the ways to share an album publishes nothing', async ({ page }) => {
  await signUp(page);
  const id = await makeAlbum(page, { title: 'Lisbon', audience: 'private' }, await uploadAll(page, ['one']));
  await page.goto(`/albums/${id}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Whoever has the link sees this album')).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await links(page)).toEqual([]);
  await expect(page.getByText('whoever has the link')).toHaveCount(0);

  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByText('You and whoever has the link')).toBeVisible();
  expect(await links(page)).toHaveLength(1);
});

test('a guest meets no barrier on a phone', async ({ page, browser }) => {
  const { url, id, photo } = await share(page, { password: 'tide' });
  await page.request.patch('/api/account', {
    data: { name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2).slice(0, 60) },
  });
  const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
  const visitor = await guest(browser, { ...phone, reducedMotion: 'reduce' });
  const isNarrow = async () =>
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await visitor.goto(url);
  await expect(visitor.getByLabel('Password')).toBeVisible();
  await expectNoBarrier(visitor);
  await visitor.getByLabel('Password').fill('tide');
  await visitor.getByRole('button', { name: 'See the photos' }).tap();
  await expect(tile(visitor, photo)).toBeVisible();
  await expectNoBarrier(visitor);
  await isNarrow();
  await tile(visitor, photo).tap();
  await expect(visitor.getByLabel('Your name')).toBeAttached();
  await expectNoBarrier(visitor);
  await visitor.goBack();
  await expect(visitor).toHaveURL(url);
  await page.request.delete(`/api/shares/${id}`);
  await visitor.reload();
  await expect(ended(visitor)).toBeVisible();
  await expectNoBarrier(visitor);
  await isNarrow();
  await visitor.getByRole('link', { name: 'Go to Lumina' }).tap();
  await expect(visitor).toHaveURL('/login');
});
