import { bar, expectOrder, idHere, makeAlbum, photosOf, uploadAll } from './albums';
import { befriend, expect, expectNoBarrier, files, signUp, somebodyElse, test, tile } from './people';

test('photos are posted as an album in the order of their files, also if one of them fails', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  const text = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('just some words') };
  await page.getByLabel('Choose photos').setInputFiles(files(3));
  for (const at of [0, 1, 2])
    await page.getByPlaceholder('Caption', { exact: true }).nth(at).fill(`photo ${at}`);
  await page.getByLabel('Choose photos').setInputFiles([text]);
  await page.getByRole('combobox', { name: 'Album' }).selectOption('Post as a new album');
  await page.getByLabel('Title of the new album').fill('Harbour');
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Share 4 photos' }).click();
  await expect(page.getByText('Your 3 photos are shared. 1 could not be uploaded.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Albums' }).click();
  await page.getByRole('link', { name: 'Harbour, 3 photos' }).click();
  await expect(page.locator('.tile')).toHaveCount(3);
  const photos = await (await page.request.get(`/api/photos?album=${idHere(page)}&order=album`)).json();
  expect(photos.map((photo: { caption: string }) => photo.caption)).toEqual([
    'photo 0',
    'photo 1',
    'photo 2',
  ]);
});

test('an album to which much was added is one card at Home, which leads to it', async ({ page, browser }) => {
  const name = await signUp(page);
  const friend = await somebodyElse(browser);
  await befriend(page, friend.page, friend.name);
  const ids = await uploadAll(page, ['one', 'two', 'three', 'four', 'five', 'six']);
  const id = await makeAlbum(page, { title: 'Lisbon', audience: 'friends' }, ids);
  await friend.page.goto('/');
  await expect(friend.page.getByText(`${name} added 6 photos to Lisbon`)).toBeVisible();
  await expect(friend.page.locator('article')).toHaveCount(1);
  await friend.page.getByRole('link', { name: 'Lisbon', exact: true }).click();
  await expect(friend.page).toHaveURL(`/albums/${id}`);
  await expectOrder(friend.page, ids);
});

test('visitors see an album that is for everyone, and are asked to log in for any other', async ({
  page,
  browser,
}) => {
  await signUp(page);
  const [one, two] = await uploadAll(page, ['one', 'two']);
  const open = await makeAlbum(page, { title: 'Open', audience: 'public' }, [one!, two!]);
  const closed = await makeAlbum(page, { title: 'Closed', audience: 'friends' }, [one!]);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/albums/${open}`);
  await expect(visitor.getByRole('heading', { name: 'Open' })).toBeVisible();
  await expectOrder(visitor, [one!, two!]);
  await expectNoBarrier(visitor);
  await tile(visitor, two!).click();
  await expect(visitor).toHaveURL(`/photos/${two}`);
  await expect(visitor.getByRole('img', { name: 'two' })).toBeVisible();
  await visitor.goto(`/albums/${closed}`);
  await expect(visitor).toHaveURL(`/login?next=%2Falbums%2F${closed}`);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('albums are a tab of the own page, and a long press drags a photo', async ({ page }) => {
    await signUp(page);
    const [one, two, three] = await uploadAll(page, ['one', 'two', 'three']);
    const id = await makeAlbum(page, { title: 'Pocket' }, [one!, two!, three!]);
    await page.goto('/profile');
    await page.getByRole('link', { name: 'Albums' }).last().tap();
    await expectNoBarrier(page);
    await page.getByRole('link', { name: 'Pocket, 3 photos' }).tap();
    await expect(page).toHaveURL(`/albums/${id}`);
    await expectOrder(page, [one!, two!, three!]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );

    const [from, to] = [(await tile(page, three!).boundingBox())!, (await tile(page, one!).boundingBox())!];
    const session = await page.context().newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    await touch('touchStart', start);
    await expect(bar(page)).toBeVisible(); // the press was long enough
    await touch('touchMove', { x: start.x - 20, y: start.y - 20 });
    await touch('touchMove', { x: to.x + 10, y: to.y + to.height / 2 });
    await touch('touchEnd');
    await expectOrder(page, [three!, one!, two!]);
    await expect.poll(() => photosOf(page, id)).toEqual([three, one, two]);
    await expectNoBarrier(page);
  });
});
