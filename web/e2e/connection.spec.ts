import { befriend, expect, freshName, PASSWORD, signUp, somebodyElse, test, tile, upload } from './people';

test('a tab never speaks as somebody who logged in in another one', async ({ page, context, browser }) => {
  const { page: other, name: friend } = await somebodyElse(browser);
  const cay = freshName();
  const asCay = await context.request.post('/api/auth/signup', {
    data: { username: cay, password: PASSWORD },
  });
  expect(asCay.status()).toBe(201);
  await befriend(page, other, friend);
  const ann = await signUp(page);
  await befriend(page, other, friend);

  // This tab gets no event about the end of its session: it notices with its next request.
  await page.routeWebSocket(/\/api\/ws/, () => {});
  await page.goto(`/messages/${friend}`);
  await page.getByLabel('Write a message').fill('Said by Ann');
  const second = await context.newPage();
  await second.goto('/explore');
  await context.request.post('/api/auth/login', { data: { username: cay, password: PASSWORD } });
  await page.getByLabel('Write a message').press('Enter');
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(page.getByText('Somebody else has logged in here.')).toBeVisible();
  const { id } = await (await page.request.get('/api/auth/me')).json();
  expect(await (await other.request.get(`/api/messages?user_id=${id}`)).json()).toEqual([]);

  await page.getByLabel('Username').fill(ann);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL(`/messages/${friend}`);
  await expect(page.getByRole('log').getByText('Said by Ann')).toBeVisible();
  await other.context().close();
});

test('a tab whose session ends in another one leaves at once', async ({ page, context }) => {
  await signUp(page);
  const socket = page.waitForEvent('websocket');
  await page.goto('/friends');
  await (await socket).waitForEvent('framereceived');
  await context.request.post('/api/auth/logout');
  await expect(page).toHaveURL('/login?next=%2Ffriends');
  await expect(page.getByText('Your session has ended.')).toBeVisible();
});

test('what did not load while the connection was away loads by itself', async ({ page, context }) => {
  await signUp(page);
  const id = await upload(page);
  await page.goto('/friends');
  await expect(page.getByLabel('Find people')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.getByLabel('Find people').fill('nobody');
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expect(page.getByText('Nobody here is called that')).toHaveCount(0);
  await page.getByRole('link', { name: 'Explore' }).click();
  await expect(page.getByText('cannot be reached')).toBeVisible();
  await context.setOffline(false);
  await expect(tile(page, id)).toBeVisible();
  await expect(page.getByText('You are offline.')).toHaveCount(0);
});

test('a part of the page that did not come is asked for again', async ({ page }) => {
  await signUp(page);
  const id = await upload(page);
  const part = '**/assets/ExplorePage-*';
  await page.route(part, (route) => route.abort());
  await page.goto('/explore');
  await expect(page.getByRole('heading', { name: 'This did not load' })).toBeVisible();
  await page.unroute(part);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(tile(page, id)).toBeVisible();
});

test('an answer that is not Lumina’s own is said to be wrong, and a list can be asked for again', async ({
  page,
}) => {
  await signUp(page);
  const id = await upload(page);
  await page.route('/api/photos?*', (route) => route.fulfill({ body: '<h1>Welcome to our hotel</h1>' }));
  await page.goto('/explore');
  await expect(page.getByText('Something went wrong on the way')).toBeVisible();
  await page.unroute('/api/photos?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(tile(page, id)).toBeVisible();
});
