import { expect, expectNoBarrier, freshName, PASSWORD, signUp, somebodyElse, test } from './people';

test('an invitation makes a friend of who opens it', async ({ page, browser }) => {
  const name = await signUp(page);
  await page.goto('/friends');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  const link = await page.getByLabel('Your link').inputValue();

  const newcomer = await (await browser.newContext()).newPage();
  await newcomer.goto(link);
  await expect(newcomer.getByText(`${name} invites you`)).toBeVisible();
  await newcomer.getByLabel('Username').fill(freshName());
  await newcomer.getByLabel('Password').fill(PASSWORD);
  await newcomer.getByRole('button', { name: 'Create account' }).click();
  await expect(newcomer.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await newcomer.goto('/friends');
  await expect(newcomer.getByRole('heading', { name: '1 friend' })).toBeVisible();
});

test('a link that was taken back says so, and who is here already sees who invites', async ({
  page,
  browser,
}) => {
  const name = await signUp(page);
  const made = await (await page.request.post('/api/invites', { data: {} })).json();
  const { page: other } = await somebodyElse(browser);
  await other.goto(made.url);
  await expect(other).toHaveURL(`/people/${name}`);
  await page.request.delete(`/api/invites/${made.id}`);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(made.url);
  await expect(stranger.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
  await expectNoBarrier(stranger);
});

test('under the face one logs out, here or everywhere', async ({ page, browser }) => {
  const username = await signUp(page);
  const phone = await (await browser.newContext()).newPage();
  await phone.request.post('/api/auth/login', { data: { username, password: PASSWORD } });
  await page.goto('/');
  await page.getByRole('button', { name: /^You/ }).click();
  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'Good to see you' })).toBeVisible();
  expect((await phone.request.get('/api/auth/me')).status()).toBe(401);
});
