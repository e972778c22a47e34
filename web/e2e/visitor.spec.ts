import { expect, signUp, somebodyElse, test, upload } from './people';

const NOWHERE = '0123456789abcdef0123456789abcdef';

test('a photo for everyone has a page for people without an account', async ({ page, browser }) => {
  const { page: ann } = await somebodyElse(browser);
  const open = await upload(ann, { caption: 'Low tide', audience: 'public' });
  const hidden = await upload(ann, { caption: 'Our garden', audience: 'friends' });
  await ann.request.post(`/api/photos/${open}/comments`, { data: { text: 'Gulls all day' } });

  await page.goto(`/photos/${open}`);
  await expect(page.getByRole('img', { name: 'Low tide' })).toBeVisible();
  await expect(page.getByText('Gulls all day')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign up' })).toBeVisible();
  await expect(page).toHaveTitle(/Low tide/);

  await page.goto(`/photos/${hidden}`);
  await expect(page).toHaveURL(/\/login\?next=/);
  await signUp(page);
  await page.goto(`/photos/${open}`);
  await expect(page.getByRole('dialog', { name: 'Photo' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied. Everyone can open it.')).toBeVisible();
});

test('the browser of somebody without an account notes no error', async ({ page, browser }) => {
  const { page: ann } = await somebodyElse(browser);
  const open = await upload(ann, { caption: 'Low tide', audience: 'public' });
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()));
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await page.goto(`/photos/${open}`);
  await expect(page.getByRole('img', { name: 'Low tide' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign up' })).toBeVisible();
  await page.goto(`/photos/${NOWHERE}`);
  await expect(page.getByRole('heading', { name: 'Good to see you' })).toBeVisible();
  await expect(page).toHaveURL(`/login?next=%2Fphotos%2F${NOWHERE}`);
  await page.goto('/login');
  await expect(page.getByRole('heading', { name: 'Good to see you' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
  expect(asked).not.toContain(`/api/photos/${NOWHERE}`);
});

test('walls mark what is not for everyone', async ({ page }) => {
  await signUp(page);
  await upload(page, { audience: 'private' });
  await page.goto('/profile');
  await expect(page.getByRole('img', { name: 'Only you' })).toBeVisible();
});
