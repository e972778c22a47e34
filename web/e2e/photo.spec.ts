import { expect, files, openPhoto, PASSWORD, signUp, somebodyElse, test, tile, upload } from './people';

test('the whole life of a photo', { tag: '@firefox' }, async ({ page }) => {
  await signUp(page);
  const topic = `Journey ${Date.now()}`;
  await page.goto('/');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose photos').setInputFiles(files(3));
  await page.getByRole('combobox', { name: 'Topic' }).fill(topic);
  await page.getByRole('option', { name: `Create “${topic}”` }).click();
  await page.getByLabel('Caption for image.jpg').first().fill('The first of three');
  await page.getByRole('button', { name: 'Share 3 photos' }).click();
  const together = page.locator('article', { hasText: 'The first of three' });
  await expect(together.locator('a.picture')).toHaveCount(3);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await together.getByRole('link', { name: 'The first of three' }).click();
  const photo = page.getByRole('dialog', { name: 'Photo' });
  await expect(photo.getByText(topic)).toBeVisible();

  await photo.getByRole('button', { name: /^Like/ }).click();
  await expect(photo.getByRole('button', { name: 'Like, 1 so far' })).toHaveAttribute('aria-pressed', 'true');
  await photo.getByLabel('Write a comment').fill('What a morning');
  await photo.getByLabel('Write a comment').press('Enter');
  await expect(photo.getByRole('listitem')).toContainText('What a morning');
  await expect(photo.getByText('What a morning')).toHaveAttribute('dir', 'auto');

  await photo.getByRole('button', { name: 'Edit' }).click();
  await photo.getByLabel('Caption').fill('Renamed');
  await photo.getByLabel('Tags').fill('#dawn');
  await photo.getByLabel('Taken').fill('2024-05-03T14:02');
  await photo.getByText('Only you').click();
  await photo.getByRole('button', { name: 'Save' }).click();
  await expect(photo.getByText('Renamed')).toBeVisible();
  await expect(photo.getByText(/^Taken May 3, 2024/)).toBeVisible();
  await expect(photo.getByRole('link', { name: '#dawn' })).toBeVisible();
  await expect(photo.getByText('· Only you')).toBeVisible();

  await photo.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.locator('article a.picture')).toHaveCount(2);
  await expect(page.getByText('Moved to the trash.')).toBeVisible();
});

test('arrow keys go from photo to photo, Escape goes back to the same place', async ({ page }) => {
  await signUp(page);
  const older = await upload(page, { caption: 'older' }, files(2)[0]);
  const newer = await upload(page, { caption: 'newer', audience: 'friends' }, files(2)[1]);
  await page.goto('/profile');
  await expect(tile(page, newer).getByRole('img', { name: 'newer' })).toHaveAttribute('loading', 'eager');
  await openPhoto(page, newer);
  await expect(page).toHaveURL(`/photos/${newer}`);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(`/photos/${older}`);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(`/photos/${newer}`);
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Like, 1 so far' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveTitle('older · Lumina');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/profile');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(tile(page, older)).toBeFocused();
  await expect(page).toHaveTitle(/^p.* · Lumina$/);
});

test('a photo has an address of its own that survives a reload', async ({ page }) => {
  await signUp(page);
  const id = await upload(page, { caption: 'By its address' });
  await page.goto(`/photos/${id}`);
  await page.reload();
  await expect(page.getByRole('dialog')).toContainText('By its address');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page).toHaveURL('/');
  await expect(tile(page, id)).toBeVisible();
});

test('a photo that is not there says so', async ({ page }) => {
  await signUp(page);
  const missing = '/photos/0123456789abcdef0123456789abcdef';
  let asked = 0;
  page.on('request', (request) => void (asked += Number(request.url().endsWith(`/api${missing}`))));
  const greeting = page
    .waitForEvent('websocket')
    .then((socket) => socket.waitForEvent('framereceived', ({ payload }) => /"hello"/.test(String(payload))));
  await page.goto(missing);
  await expect(page.getByRole('heading', { name: 'This photo is not here' })).toBeVisible();
  await greeting;
  // The page has sent the requests that follow the `hello` frame before this one.
  await page.evaluate(() => fetch('/api/topics'));
  expect(asked).toBe(1);
});

test('what was typed waits under its photo, whatever happens to the page', async ({ page }) => {
  const name = await signUp(page);
  await upload(page, { caption: 'older' }, files(2)[0]);
  const newer = await upload(page, { caption: 'newer', audience: 'friends' }, files(2)[1]);
  const comment = page.getByLabel('Write a comment');
  await page.goto('/profile');
  await tile(page, newer).click();
  await comment.fill('Half a thou');
  await page.keyboard.press('Escape');
  await expect(comment).toHaveValue('Half a thou');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Caption').fill('A better caption');
  await page.getByRole('button', { name: 'Next photo' }).click();
  await expect(comment).toHaveValue('');
  await page.keyboard.press('ArrowLeft');
  await expect(comment).toHaveValue('Half a thou');
  await expect(page.getByLabel('Caption')).toHaveValue('A better caption');

  await page.request.post('/api/auth/logout');
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(comment).toHaveValue('Half a thou');
  await expect(page.getByLabel('Caption')).toHaveValue('A better caption');
  await page.getByRole('button', { name: 'Save' }).click();
  await comment.press('Enter');
  await expect(comment).toHaveValue('');
  await page.reload();
  await expect(page.getByRole('dialog').getByText('A better caption')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText('Half a thou');
});

test('all comments can be read, with those that are written meanwhile', async ({ page }) => {
  await signUp(page);
  const id = await upload(page);
  const say = (text: string) => page.request.post(`/api/photos/${id}/comments`, { data: { text } });
  await Promise.all(Array.from({ length: 52 }, (_, i) => say(`comment ${i}`)));
  let cut = () => {};
  await page.routeWebSocket(/api\/ws/, (socket) => {
    socket.connectToServer();
    cut = () => void socket.close({ code: 1012 });
  });
  await page.goto(`/photos/${id}`);
  const comments = page.getByRole('region', { name: 'Comments' }).getByRole('listitem');
  await expect(comments).toHaveCount(50);
  await page.getByLabel('Write a comment').fill('mine');
  await page.getByLabel('Write a comment').press('Enter');
  await expect(comments.last()).toContainText('mine');
  cut();
  await say('while away');
  await expect(comments.last()).toContainText('while away');
  await page.getByRole('button', { name: 'More comments' }).click();
  await expect(comments).toHaveCount(54);
  await say('and live again');
  await expect(comments.last()).toContainText('and live again');
});

test('what others wrote can be removed by the owner of the photo', async ({ page, browser }) => {
  await signUp(page);
  const id = await upload(page);
  const { page: other } = await somebodyElse(browser);
  await other.goto(`/photos/${id}`);
  await other.getByLabel('Write a comment').fill('first!');
  await other.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(other.getByText('first!')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await other.context().close();

  await page.goto(`/photos/${id}`);
  await page.getByRole('button', { name: /^Delete comment/ }).click();
  await expect(page.getByText('first!')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('first!')).toBeVisible();
  await page.getByRole('button', { name: /^Delete comment/ }).click();
  await page.reload();
  await expect(page.getByLabel('Write a comment')).toBeVisible();
  await expect(page.getByText('first!')).toHaveCount(0);
});
