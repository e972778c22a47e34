import { befriend, expect, expectNoBarrier, files, idOf, signUp, somebodyElse, test, upload } from './people';

test('a message appears elsewhere at once', async ({ page: ann, browser }) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  await ann.goto(`/messages/${name}`);
  await bob.goto(`/messages/${annName}`);
  await expect(bob.getByLabel('Write a message')).toBeVisible();
  const took: number[] = [];
  for (let i = 0; i < 5; i++) {
    await ann.getByLabel('Write a message').fill(`message ${i}`);
    const start = Date.now();
    await ann.getByLabel('Write a message').press('Enter');
    await bob.getByRole('log').getByText(`message ${i}`).waitFor();
    took.push(Date.now() - start);
  }
  console.log(`from Enter in one browser to the other: ${took.sort((a, b) => a - b).join(', ')} ms`);
  expect(took[2]).toBeLessThan(1_000);
  await bob.context().close();
});

test('a message that could not be sent waits and is sent once', async ({ page: ann, browser }) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  await ann.goto(`/messages/${name}`);
  let fail = true;
  await ann.route('/api/messages', (route) =>
    fail && route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await ann.getByLabel('Write a message').fill('Are you there?');
  await ann.getByLabel('Write a message').press('Enter');
  await expect(ann.getByRole('button', { name: 'Not sent. Try again' })).toBeVisible();
  await ann.getByLabel('Write a message').fill('half a thou');
  await bob.request.post('/api/messages', { data: { to_user_id: await idOf(ann), text: 'I am' } });
  await expect(ann.getByRole('log').getByText('I am')).toBeVisible();
  await ann.reload();
  await expect(ann.getByLabel('Write a message')).toHaveValue('half a thou');
  fail = false;
  await ann.getByRole('button', { name: 'Not sent. Try again' }).click();
  await expect(ann.getByRole('button', { name: 'Not sent. Try again' })).toHaveCount(0);
  await expect(ann.getByRole('log').getByText('Are you there?')).toHaveCount(1);
  await bob.context().close();
});

test('the box to write in stays in sight while the server cannot be reached', async ({
  page: ann,
  browser,
}) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  const to_user_id = await idOf(ann);
  for (let i = 0; i < 20; i++)
    await bob.request.post('/api/messages', { data: { to_user_id, text: `message ${i}` } });
  await ann.setViewportSize({ width: 320, height: 640 });
  await ann.goto(`/messages/${name}`);
  await expect(ann.getByRole('log').getByText('message 19')).toBeInViewport();
  await ann.context().setOffline(true);
  await expect(ann.getByText('You are offline.')).toBeVisible();
  await expect(ann.getByRole('log').getByText('message 19')).toBeInViewport({ ratio: 1 });
  await ann.getByLabel('Write a message').fill('Are you there?');
  await ann.getByLabel('Write a message').press('Enter');
  await expect(ann.getByRole('button', { name: 'Not sent. Try again' })).toBeInViewport({ ratio: 1 });
  await expect(ann.getByRole('button', { name: 'Discard' })).toBeInViewport({ ratio: 1 });
  await expect(ann.getByLabel('Write a message')).toBeInViewport({ ratio: 1 });
  expect(await ann.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  await bob.context().close();
});

test('where two are not friends, the thread says so once and lets them ask', async ({
  page: ann,
  browser,
}) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await ann.goto(`/messages/${name}`);
  await expect(ann.getByText('You can write to each other when you are friends.')).toBeVisible();
  await expect(ann.getByRole('alert')).toHaveCount(0);
  await expect(ann.getByText(/Say hello to/)).toHaveCount(0);
  let connect = () => {};
  const asked = new Promise<void>((resolve) => (connect = resolve));
  await bob.routeWebSocket(/\/api\/ws/, (socket) => asked.then(() => void socket.connectToServer()));
  await bob.goto(`/messages/${annName}`);
  await expect(bob.getByRole('button', { name: 'Add friend' })).toBeVisible();
  await ann.getByRole('button', { name: 'Add friend' }).click();
  await expect(ann.getByRole('button', { name: 'Withdraw request' })).toBeVisible();
  connect(); // the request is no event for a socket that opens after it
  await expectNoBarrier(ann);
  await bob.getByRole('button', { name: 'Accept' }).click();
  await expect(bob.getByLabel('Write a message')).toBeVisible();
  await expect(ann.getByLabel('Write a message')).toBeVisible();
  await bob.context().close();
});

test('the thread with a name that nobody has is nobody’s', async ({ page }) => {
  await signUp(page);
  await page.goto('/messages/nobody-of-this-name');
  await expect(page.getByRole('heading', { name: 'Nobody here' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'nobody-of-this-name' })).toHaveCount(0);
  await expectNoBarrier(page);
  await page.getByRole('link', { name: 'Go home' }).click();
  await expect(page).toHaveURL('/');
});

test('a message that comes while a thread loads is shown, and read only then', async ({
  page: ann,
  browser,
}) => {
  await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  const to_user_id = await idOf(ann);
  await ann.goto('/');
  await expect(ann.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
  await ann.route(/api\/messages\?/, async (route) => {
    const response = await route.fetch();
    await bob.request.post('/api/messages', { data: { to_user_id, text: 'meanwhile' } });
    await expect(ann.getByRole('navigation').getByLabel('1 new')).toBeVisible();
    await route.fulfill({ response });
  });
  await ann.getByRole('navigation').getByRole('link', { name: 'Messages' }).click();
  await ann.getByRole('link', { name: new RegExp(name) }).click();
  await expect(ann.getByRole('log').getByText('meanwhile')).toBeVisible();
  await expect(ann.getByRole('navigation').getByLabel('1 new')).toHaveCount(0);
  await ann.unrouteAll({ behavior: 'wait' });
  await bob.context().close();
});

test('unread messages are counted until they are read', async ({ page: ann, browser }) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  await ann.goto('/');
  await bob.request.post('/api/messages', { data: { to_user_id: await idOf(ann), text: 'Look here' } });
  await expect(ann.getByRole('navigation').getByLabel('1 new')).toBeVisible();
  await ann.getByRole('navigation').getByRole('link', { name: 'Messages' }).click();
  await ann.getByRole('link', { name: new RegExp(name) }).click();
  await expect(ann.getByRole('log').getByText('Look here')).toBeVisible();
  await expect(ann.getByRole('navigation').getByLabel('1 new')).toHaveCount(0);
  await ann.goto('/');
  await bob.request.post('/api/messages', { data: { to_user_id: await idOf(ann), text: 'And here' } });
  await ann.goto(`/messages/${name}`);
  await expect(ann.getByRole('log').getByText('And here')).toBeVisible();
  await expect(ann.getByRole('navigation').getByLabel('1 new')).toHaveCount(0);
  expect(annName).toBeTruthy();
  await bob.context().close();
});

test('a photo is sent to a friend, and a message taken back', async ({ page: ann, browser }) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  const photo = await upload(ann, { caption: 'Harbour at dawn' });
  await ann.goto(`/photos/${photo}`);
  await ann.getByRole('button', { name: 'Send to a friend' }).click();
  await ann.getByRole('dialog', { name: 'Send to a friend' }).getByRole('button', { name }).click();
  await expect(ann.getByText(`Sent to ${name}.`)).toBeVisible();
  await bob.goto(`/messages/${annName}`);
  await expect(bob.getByRole('log').getByRole('img', { name: 'Harbour at dawn' })).toBeVisible();

  await ann.goto(`/messages/${name}`);
  await ann.getByRole('log').getByRole('img', { name: 'Harbour at dawn' }).hover();
  await ann.getByRole('button', { name: 'Delete this message' }).click();
  await expect(ann.getByRole('log').getByRole('img', { name: 'Harbour at dawn' })).toHaveCount(0);
  await ann.getByRole('button', { name: 'Undo' }).click();
  await ann.getByRole('log').getByRole('img', { name: 'Harbour at dawn' }).hover();
  await ann.getByRole('button', { name: 'Delete this message' }).click();
  await ann.goto('/');
  await expect(bob.getByText('Message deleted').first()).toBeVisible();
  await bob.context().close();
});

test('without sockets, messages still come', async ({ page: ann, browser }) => {
  test.slow();
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  await ann.addInitScript(() => {
    Object.defineProperty(window, 'WebSocket', {
      value: class {
        static OPEN = 1;
        readyState = 3;
        onclose?: (event: CloseEvent) => void;
        constructor() {
          setTimeout(() => this.onclose?.(new CloseEvent('close')));
        }
        close() {}
      },
    });
  });
  await ann.goto(`/messages/${name}`);
  await expect(ann.getByLabel('Write a message')).toBeVisible();
  const polled = ann.waitForResponse(/\/api\/events/);
  await polled;
  await bob.goto(`/messages/${annName}`);
  await bob.getByLabel('Write a message').fill('by the slow road');
  await bob.getByLabel('Write a message').press('Enter');
  await expect(ann.getByRole('log').getByText('by the slow road')).toBeVisible();
  await bob.context().close();
});

test('a photo of mine is sent from the thread', async ({ page: ann, browser }) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  await upload(ann, { caption: 'Nobody’s business', audience: 'private' });
  await upload(ann, { caption: 'Harbour at dawn', audience: 'friends' }, files(2)[1]);
  await ann.goto(`/messages/${name}`);
  await ann.getByRole('button', { name: 'Send a photo' }).click();
  const choice = ann.getByRole('dialog', { name: 'Which photo?' });
  await expect(choice.getByRole('listitem')).toHaveCount(1);
  await expectNoBarrier(ann);
  await choice.getByRole('button', { name: 'Send “Harbour at dawn”' }).click();
  await expect(choice).toHaveCount(0);
  await expect(ann.getByRole('log').getByRole('img', { name: 'Harbour at dawn' })).toBeVisible();
  await bob.goto(`/messages/${annName}`);
  await expect(bob.getByRole('log').getByRole('img', { name: 'Harbour at dawn' })).toBeVisible();

  const widest = await ann.getByRole('log').evaluate((log) => {
    const lines = [...log.children].map((line) => line.getBoundingClientRect());
    return Math.max(...lines.map((box) => box.right)) - Math.min(...lines.map((box) => box.left));
  });
  expect(widest).toBeLessThanOrEqual(720);
  await bob.context().close();
});
