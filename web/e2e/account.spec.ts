import { expect, freshName, PASSWORD, signUp, test, upload } from './people';

test('a newcomer signs up, logs out and comes back', async ({ page }) => {
  const name = freshName();
  await page.goto('/');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();

  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
});

test('what is wrong with a form is said beside it, and nothing typed is lost', async ({ page }) => {
  await page.goto('/signup');
  await page.getByLabel('Username').fill(freshName());
  await page.getByLabel('Password').fill('password123');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert')).toContainText('easy to guess');
  await expect(page.getByLabel('Password')).toHaveValue('password123');
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
});

test('an address that needs a session is where people land after logging in', async ({ page }) => {
  const name = await signUp(page);
  const id = await upload(page, { caption: 'Where I wanted to go', audience: 'friends' });
  await page.request.post('/api/auth/logout');

  await page.goto(`/photos/${id}`);
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL(`/photos/${id}`);
  await expect(page.getByRole('dialog')).toContainText('Where I wanted to go');
});

test('a session that ended elsewhere leads to the log-in', async ({ page }) => {
  await signUp(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'It starts with a photo' })).toBeVisible();
  await page.request.post('/api/auth/logout');
  const logIn = page.getByRole('button', { name: 'Log in' });
  // A live event may arrive before the click and remove the link.
  await page.getByRole('link', { name: 'Explore' }).or(logIn).click();
  await expect(logIn).toBeVisible();
});
