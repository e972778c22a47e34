import type { Locator } from '@playwright/test';
import {
  befriend,
  expect,
  expectNoBarrier,
  files,
  openPhoto,
  signUp,
  somebodyElse,
  test,
  tile,
  upload,
} from './people';

test('a card says who and when above the picture, which fits the window, and takes a comment in place', async ({
  page: ann,
  browser,
}) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  const tall = await upload(bob, { caption: 'Tall', topic: 'Plants', audience: 'friends' }, files(3)[2]);
  await ann.goto('/');
  const card = tile(ann, tall);
  const [who, picture] = [card.getByText(name).first(), card.locator('a.picture')];
  await expect(card.getByRole('img', { name: 'Friends' })).toBeVisible();
  await expect(card.locator('time')).toHaveAttribute('title', /\d{4}/);
  const box = (await picture.boundingBox())!;
  expect((await who.boundingBox())!.y).toBeLessThan(box.y);
  expect(box.height).toBeLessThanOrEqual(0.8 * 800 + 1);

  const comment = card.getByLabel(`Comment on the photo by ${name}`);
  await expect(card.getByRole('button', { name: 'Send' })).toHaveCount(0);
  await comment.fill('Said in place');
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(card.getByText('Said in place')).toBeVisible();
  await expect(card.getByRole('link', { name: '1 comment' })).toBeVisible();
  await expect(comment).toHaveValue('');
  await expect(ann.getByText('You’re all caught up.')).toBeVisible();

  await comment.fill('Half a thou');
  await picture.click();
  const dialog = ann.getByRole('dialog', { name: 'Photo' });
  await expect(dialog.getByLabel('Write a comment')).toHaveValue('Half a thou');
  await dialog.getByLabel('Write a comment').press('Enter');
  await ann.keyboard.press('Escape');
  await expect(card.getByText('Half a thou')).toBeVisible();
  await expect(comment).toHaveValue('');
  await bob.context().close();
});

const rightOf = (element: Locator) =>
  element.evaluate((one) => Math.round(one.getBoundingClientRect().right));

test('photos of one upload are one card; beside it are who asks, who is here, topics and this day', async ({
  page: ann,
  browser,
}) => {
  test.slow();
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  const { page: cay, name: asking } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  await cay.request.post('/api/friends/request', { data: { username: annName } });
  const old = await upload(ann, { caption: 'Years ago', audience: 'private' });
  const day = new Date(); // also a day that only every fourth year has
  const taken_at = Date.UTC(day.getFullYear() - 4, day.getMonth(), day.getDate(), 12);
  expect((await ann.request.patch(`/api/photos/${old}`, { data: { taken_at } })).status()).toBe(200);
  const topic = `Lisbon ${'W'.repeat(29)} ${Date.now()}`;
  const photos: string[] = [];
  for (const file of files(7)) photos.push(await upload(bob, { topic, audience: 'friends' }, file));

  await ann.goto('/');
  const card = ann.locator('article', { hasText: '7 photos' });
  await expect(card.locator('a.picture')).toHaveCount(5);
  await expect(card.getByText('+2', { exact: true })).toBeVisible();
  const beside = ann.getByRole('complementary', { name: 'Around you' });
  await expect(beside.getByRole('link', { name: 'Years ago' })).toHaveText('4 years ago');
  const photosOfTopic = beside.getByRole('link', { name: topic }).getByText('7', { exact: true });
  await expect(photosOfTopic).toBeVisible();
  expect(await rightOf(photosOfTopic)).toBeLessThanOrEqual(await rightOf(beside));
  await expect(beside.getByRole('region', { name: 'Lately here' }).getByRole('link')).toHaveText([
    new RegExp(name),
  ]);
  await expectNoBarrier(ann);
  await beside.getByRole('button', { name: 'Accept' }).click();
  await expect(beside.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  expect((await (await cay.request.get('/api/friends')).json())[0].username).toBe(annName);
  expect(asking).toBeTruthy();

  await openPhoto(ann, photos[6]!);
  await expect(ann).toHaveURL(`/photos/${photos[6]}`);
  for (const next of photos.slice(0, 6).reverse()) {
    await ann.keyboard.press('ArrowRight');
    await expect(ann).toHaveURL(`/photos/${next}`);
  }
  await ann.keyboard.press('Escape');
  await ann.setViewportSize({ width: 1000, height: 800 });
  await expect(beside).toHaveCount(0);
  await bob.context().close();
  await cay.context().close();
});
