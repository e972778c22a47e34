import { befriend, expect, expectNoBarrier, files, signUp, somebodyElse, test, tile, upload } from './people';

test(
  'two people become friends, share, talk and part, live',
  { tag: ['@firefox', '@cloud'] },
  async ({ page: ann, browser }) => {
    test.slow();
    const annName = await signUp(ann);
    const { page: bob, name: bobName } = await somebodyElse(browser);
    await bob.goto('/');
    await expect(bob.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();

    await ann.goto('/friends');
    await ann.getByRole('searchbox', { name: 'Find people' }).fill(bobName);
    await ann.getByRole('button', { name: 'Add friend' }).click();
    await expect(ann.getByRole('button', { name: 'Withdraw', exact: true })).toBeVisible();

    await expect(bob.getByRole('button', { name: 'Notifications, 1 new' })).toBeVisible();
    await bob.getByRole('navigation').getByRole('link', { name: 'Friends' }).click();
    await bob.getByRole('button', { name: 'Accept' }).click();
    await expect(bob.getByRole('heading', { name: '1 friend' })).toBeVisible();
    await expect(ann.getByRole('heading', { name: '1 friend' })).toBeVisible();

    await ann.goto('/');
    const photo = await upload(bob, { audience: 'friends', caption: 'For friends' });
    await ann.getByRole('button', { name: 'A new photo' }).click();
    await expect(tile(ann, photo)).toBeVisible();

    await bob.goto(`/photos/${photo}`);
    await expect(bob.getByRole('dialog')).toContainText('For friends');
    await tile(ann, photo).locator('a.picture').click();
    await ann.getByRole('dialog').getByRole('button', { name: /^Like/ }).click();
    await expect(bob.getByRole('dialog').getByRole('button', { name: 'Like, 1 so far' })).toBeVisible();
    await ann.getByLabel('Write a comment').fill('Lovely');
    await ann.getByLabel('Write a comment').press('Enter');
    await expect(bob.getByRole('dialog').getByText('Lovely')).toBeVisible();

    await ann.goto(`/messages/${bobName}`);
    await bob.goto(`/messages/${annName}`);
    await expect(bob.getByLabel('Write a message')).toBeVisible();
    await ann.getByLabel('Write a message').fill('Hello https://lumina.example');
    await bob.getByLabel('Write a message').pressSequentially('Hi');
    await expect(ann.getByText(`${bobName} is typing`)).toBeVisible();
    await ann.getByLabel('Write a message').press('Enter');
    await expect(bob.getByRole('log').getByRole('link', { name: 'https://lumina.example' })).toHaveAttribute(
      'rel',
      'noopener noreferrer nofollow',
    );
    await expect(ann.getByRole('log').getByText('Read')).toBeVisible();
    await bob.getByLabel('Write a message').press('Enter');
    await expect(ann.getByRole('log').getByText('Hi', { exact: true })).toBeVisible();

    await ann.goto(`/people/${bobName}`);
    await expect(tile(ann, photo)).toBeVisible();
    await bob.goto(`/people/${annName}`);
    await bob.getByRole('button', { name: 'More' }).click();
    await bob.getByRole('button', { name: 'End friendship' }).click();
    await bob.getByRole('dialog').getByRole('button', { name: 'End friendship' }).click();
    await expect(tile(ann, photo)).toHaveCount(0);
    await expect(ann.getByRole('button', { name: 'Add friend' })).toBeVisible();
    expect((await ann.request.get(`/api/photos/${photo}/image/large`)).status()).toBe(404);
    await ann.goto(`/messages/${bobName}`);
    await expect(ann.getByRole('log').getByText('Hi', { exact: true })).toBeVisible();
    await expect(ann.getByText('when you are friends')).toBeVisible();
    await bob.context().close();
  },
);

test(
  'a photo that turns private disappears from open pages',
  { tag: '@cloud' },
  async ({ page: ann, browser }) => {
    await signUp(ann);
    const { page: bob, name } = await somebodyElse(browser);
    const photo = await upload(ann);
    await befriend(ann, bob, name);
    await bob.goto('/');
    await expect(tile(bob, photo)).toBeVisible();
    await ann.request.patch(`/api/photos/${photo}`, { data: { audience: 'private' } });
    await expect(tile(bob, photo)).toHaveCount(0);

    const open = await upload(ann);
    await bob.goto(`/photos/${open}`);
    await expect(bob.getByRole('button', { name: /^Like/ })).toBeVisible();
    await ann.request.patch(`/api/photos/${open}`, { data: { audience: 'private' } });
    await expect(bob.getByRole('heading', { name: 'This photo is not here' })).toBeVisible();
    await bob.context().close();
  },
);

test('declining can be undone, and is done when the page leaves', async ({ page: ann, browser }) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await bob.request.post('/api/friends/request', { data: { username: annName } });
  await ann.goto('/friends');
  await ann.getByRole('button', { name: 'Decline' }).click();
  await expect(ann.getByText(`Request of ${name} declined.`)).toBeVisible();
  await expect(ann.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  await ann.getByRole('button', { name: 'Undo' }).click();
  await expect(ann.getByRole('button', { name: 'Accept' })).toBeVisible();
  await ann.getByRole('button', { name: 'Decline' }).click();
  await ann.goto('/explore');
  await expect
    .poll(async () => (await (await ann.request.get('/api/friends/requests')).json()).length)
    .toBe(0);
  await bob.context().close();
});

test('blocking somebody takes both out of each other’s sight', async ({ page: ann, browser }) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  const photo = await upload(bob);
  await ann.goto(`/people/${name}`);
  await expect(tile(ann, photo)).toBeVisible();
  await ann.getByRole('button', { name: 'More' }).click();
  await ann.getByRole('button', { name: 'Block' }).click();
  await ann.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await expect(ann.getByRole('button', { name: 'Unblock' })).toBeVisible();
  await expect(tile(ann, photo)).toHaveCount(0);
  await ann.getByRole('navigation').getByRole('link', { name: 'Friends' }).click();
  await ann.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Unblock' }).click();
  await expect(ann.getByRole('heading', { name: 'You blocked' })).toHaveCount(0);
  await ann.goto(`/people/${name}`);
  await expect(tile(ann, photo)).toBeVisible();
  await bob.context().close();
});

test('what was new at Home is told apart from what was seen, on any device', async ({
  page: ann,
  browser,
}) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  const old = await upload(bob, { caption: 'seen' });
  await ann.goto('/');
  await expect(tile(ann, old)).toBeVisible();
  await expect
    .poll(async () => (await (await ann.request.get('/api/feed/seen')).json()).seen_until)
    .toBeGreaterThan(0);
  const fresh = await upload(bob, { caption: 'fresh' });
  await ann.goto('/explore');
  await ann.goto('/');
  await expect(tile(ann, fresh)).toBeVisible();
  await expect(ann.getByText('You’ve seen everything below')).toBeVisible();
  await bob.context().close();
});

test('a friend’s card shows their last photos, and asks for them when somebody looks', async ({
  page: ann,
  browser,
}) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  for (const file of files(4)) await upload(bob, { audience: 'friends' }, file);
  let asked = 0;
  ann.on('request', (request) => void (asked += Number(/scope=profile/.test(request.url()))));
  await ann.goto('/friends');
  const card = ann.getByRole('listitem').filter({ hasText: name });
  await expect(card.locator('.photos img')).toHaveCount(3);
  await expect(card.getByText(/friends since/)).toBeVisible();
  expect(asked).toBe(1);
  await card.getByRole('link', { name: 'Message' }).click();
  await expect(ann).toHaveURL(`/messages/${name}`);
  await bob.context().close();
});

test('friends of friends are suggested, and whoever is of no interest is not', async ({
  page: ann,
  browser,
}) => {
  await signUp(ann);
  const { page: ben, name: benName } = await somebodyElse(browser);
  const { page: cleo, name: cleoName } = await somebodyElse(browser);
  const { page: dan, name: danName } = await somebodyElse(browser);
  await befriend(ann, ben, benName);
  await befriend(ben, cleo, cleoName);
  await befriend(ben, dan, danName);
  await ann.goto('/friends');
  const known = ann.getByRole('region', { name: 'People you may know' });
  const card = (name: string) => known.getByRole('listitem').filter({ hasText: name });
  await expect(card(cleoName)).toContainText('1 friend in common');
  await expectNoBarrier(ann);
  await card(danName)
    .getByRole('button', { name: `Not interested in ${danName}` })
    .click();
  await expect(card(danName)).toHaveCount(0);
  await card(cleoName).getByRole('button', { name: 'Add friend' }).click();
  await expect(known).toHaveCount(0);
  await expect(ann.getByRole('button', { name: 'Withdraw', exact: true })).toBeVisible();
  await cleo.goto('/friends');
  await cleo.getByRole('button', { name: 'Accept' }).click();
  await expect(ann.getByText('1 friend in common').first()).toBeVisible();
  await ann.goto('/explore');
  await expect
    .poll(async () => (await (await ann.request.get('/api/friends/suggestions')).json()).length)
    .toBe(0);
  for (const page of [ben, cleo, dan]) await page.context().close();
});
