import { albumOf, bar, circle, expectOrder, idHere, makeAlbum, photosOf, uploadAll } from './albums';
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

test(
  'an album is made from a selection, shows its photos in its order, and opens them with their neighbours',
  { tag: '@firefox' },
  async ({ page }) => {
    await signUp(page);
    const [one, two, three] = await uploadAll(page, ['one', 'two', 'three']);
    await page.goto('/profile');
    await tile(page, one!).hover();
    await circle(page, 'one').click();
    await tile(page, two!).click();
    await bar(page).getByRole('button', { name: 'Add to album' }).click();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'New album' }).click();
    await page.getByLabel('Title').fill('Lisbon');
    await page.getByLabel('Description').fill('Five days in May');
    await page.getByRole('radio', { name: /^Friends/ }).check();
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Create album' }).click();

    await expect(page.getByRole('heading', { name: 'Lisbon' })).toBeVisible();
    await expect(page.getByText('Five days in May')).toBeVisible();
    await expect(page.getByText('Only you for now, and your friends once you have some')).toBeVisible();
    await expect(page.locator('.tile')).toHaveCount(2);
    await expectNoBarrier(page);

    const id = idHere(page);
    const order = await photosOf(page, id);
    await openPhoto(page, order[0]!);
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(`/photos/${order[1]}`);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(`/albums/${id}`);

    await page.getByRole('navigation').getByRole('link', { name: 'Profile' }).click();
    await tile(page, three!).hover();
    await circle(page, 'three').click();
    await bar(page).getByRole('button', { name: 'Add to album' }).click();
    await page.getByRole('button', { name: /^Lisbon/ }).click();
    await expect(page.getByText('1 photo added to “Lisbon”.')).toBeVisible();
    expect(await photosOf(page, id)).toEqual([...order, three]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => photosOf(page, id)).toEqual(order);

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Albums' }).click();
    await expect(page.getByRole('link', { name: 'Lisbon, 2 photos' })).toBeVisible();
    await expectNoBarrier(page);
  },
);

test('photos of an album are arranged by dragging and by keys, and a move that fails is undone', async ({
  page,
}) => {
  await signUp(page);
  const [one, two, three, four] = await uploadAll(page, ['one', 'two', 'three', 'four']);
  const id = await makeAlbum(page, { title: 'Days' }, [one!, two!, three!, four!]);
  await page.goto(`/albums/${id}`);
  await expectOrder(page, [one!, two!, three!, four!]);

  const drag = async (what: string, onto: string) => {
    const [from, to] = [(await tile(page, what).boundingBox())!, (await tile(page, onto).boundingBox())!];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 4 });
    await page.mouse.move(to.x + 10, to.y + to.height / 2);
    await page.mouse.up();
  };
  await drag(four!, two!);
  await expectOrder(page, [one!, four!, two!, three!]);
  await expect(page).toHaveURL(`/albums/${id}`);
  await expect.poll(() => photosOf(page, id)).toEqual([one, four, two, three]);

  await tile(page, one!).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowRight');
  await expectOrder(page, [four!, one!, two!, three!]);
  await expect(tile(page, one!)).toBeFocused();
  await bar(page).getByRole('button', { name: 'Move right' }).click();
  await expectOrder(page, [four!, two!, one!, three!]);
  await expect.poll(() => photosOf(page, id)).toEqual([four, two, one, three]);

  await page.route(`/api/albums/${id}/photos`, (route) => route.abort());
  await bar(page).getByRole('button', { name: 'Move left' }).click();
  await expect(page.getByText(/cannot be reached/).first()).toBeVisible();
  await expectOrder(page, [four!, two!, one!, three!]);
  await page.unroute(`/api/albums/${id}/photos`);

  await page.keyboard.press('Escape');
  await page.getByLabel('Order').selectOption('When uploaded');
  await expectOrder(page, [four!, three!, two!, one!]);
  await page.reload();
  await expectOrder(page, [four!, three!, two!, one!]);
});

test('a cover is chosen, photos are taken out with a way back, and a deleted album leaves its photos', async ({
  page,
}) => {
  await signUp(page);
  const [one, two, three] = await uploadAll(page, ['one', 'two', 'three']);
  const id = await makeAlbum(page, { title: 'Garden' }, [one!, two!, three!]);
  await page.goto(`/albums/${id}`);
  await tile(page, two!).hover();
  await circle(page, 'two').click();
  await bar(page).getByRole('button', { name: 'Use as cover' }).click();
  await expect(page.getByText('This is the cover now.')).toBeVisible();
  expect((await albumOf(page, id)).cover_photo_id).toBe(two);

  const takeOut = async () => {
    await tile(page, two!).hover();
    await circle(page, 'two').click();
    await bar(page).getByRole('button', { name: 'Take out' }).click();
    await expectOrder(page, [one!, three!]);
    await expect(page.getByText('2 photos', { exact: true })).toBeVisible();
  };
  await takeOut();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectOrder(page, [one!, two!, three!]);
  expect(await photosOf(page, id)).toEqual([one, two, three]);
  await takeOut();
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect.poll(() => photosOf(page, id)).toEqual([one, three]);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Edit album' }).click();
  await page.getByLabel('Title').fill('The garden');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'The garden' })).toBeVisible();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Delete album' }).click();
  await expect(page.getByText(/Its photos stay where they are/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete album' }).click();
  await expect(page).toHaveURL('/albums');
  await expect(page.getByRole('heading', { name: 'Photos that belong together' })).toBeVisible();
  expect((await page.request.get(`/api/photos/${one}`)).status()).toBe(200);
  await page.goto(`/albums/${id}`);
  await expect(page.getByRole('heading', { name: 'There is no such album' })).toBeVisible();
});

test('friends become members, add their photos, and take them along when they leave', async ({
  page,
  browser,
}) => {
  const name = await signUp(page);
  const friend = await somebodyElse(browser);
  await befriend(page, friend.page, friend.name);
  const [one] = await uploadAll(page, ['one']);
  const id = await makeAlbum(page, { title: 'Together' }, [one!]);
  await page.goto(`/albums/${id}`);
  await expect(page.getByText('Only you', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add members' }).click();
  await page.getByLabel('Search your friends').fill(friend.name.slice(0, 4));
  await page.getByRole('button', { name: `Add ${friend.name}` }).click();
  await page.getByLabel('Members may add photos').check();
  await expect.poll(async () => (await albumOf(page, id)).contribute).toBe('members');
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('You and 1 member')).toBeVisible();

  const theirs = await upload(friend.page, { caption: 'theirs', audience: 'private' }, files(2)[1]);
  await friend.page.goto('/albums');
  await friend.page.getByRole('link', { name: 'Together, 1 photo' }).click();
  await expect(friend.page.getByText(`${name} and you`)).toBeVisible();
  await friend.page.getByRole('button', { name: 'Add photos' }).last().click();
  await friend.page.getByRole('button', { name: 'From your photos' }).click();
  await friend.page.getByRole('checkbox', { name: 'theirs' }).check();
  await expectNoBarrier(friend.page);
  await friend.page.getByRole('button', { name: 'Add 1 photo' }).click();
  await expectOrder(friend.page, [one!, theirs]);
  await page.reload();
  await expectOrder(page, [one!, theirs]);

  await friend.page.getByRole('button', { name: 'More' }).click();
  await friend.page.getByRole('button', { name: 'Leave album' }).click();
  await expect(friend.page.getByText(/The photos that you added leave it, too/)).toBeVisible();
  await friend.page.getByRole('dialog').getByRole('button', { name: 'Leave album' }).click();
  await expect(friend.page).toHaveURL('/albums');
  await page.reload();
  await expectOrder(page, [one!]);
  await page.goto(`/people/${friend.name}?show=albums`);
  await expect(page.getByText('No albums yet')).toBeVisible();
});
