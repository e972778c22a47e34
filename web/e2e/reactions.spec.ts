import { befriend, files, expect, expectNoBarrier, idOf, signUp, somebodyElse, test, upload } from './people';

test('people react to a photo and reply to a comment', async ({ page: ann, browser }) => {
  await signUp(ann);
  const id = await upload(ann, { caption: 'Canyon' });
  const { page: bob, name } = await somebodyElse(browser);
  await bob.request.put(`/api/photos/${id}/like`, { data: { reaction: '😂' } });
  await bob.request.post(`/api/photos/${id}/comments`, { data: { text: 'What a place!' } });
  await bob.goto(`/photos/${id}`);
  await ann.goto(`/photos/${id}`);

  const heart = ann.getByRole('button', { name: 'Like, 1 so far' });
  const palette = ann.getByRole('group', { name: 'React' });
  await heart.hover();
  await expect(palette).toBeVisible();
  await expectNoBarrier(ann);
  await ann.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(heart, 'the photo is still open').toBeVisible();
  await heart.press('ArrowUp');
  await expect(palette.getByRole('button', { name: 'Love' })).toBeFocused();
  await ann.keyboard.press('ArrowLeft');
  await expect(palette.getByRole('button', { name: 'Fire' })).toBeFocused();
  await ann.keyboard.press('ArrowRight');
  await ann.keyboard.press('ArrowRight');
  await ann.keyboard.press('Enter');
  await expect(ann.getByRole('button', { name: 'Like, 2 so far. You reacted 😂' })).toBeFocused();
  await expect(ann.getByRole('button', { name: '😂, 2' })).toHaveAttribute('aria-pressed', 'true');
  await expect(bob.getByRole('button', { name: '😂, 2' })).toBeVisible();

  await ann.getByRole('button', { name: `Reply to ${name}` }).click();
  await expect(ann.getByLabel('Write a comment')).toBeFocused();
  await ann.keyboard.type('I waited for hours');
  await ann.keyboard.press('Enter');
  const reply = bob.getByRole('listitem').filter({ hasText: 'I waited for hours' });
  await expect(reply.getByRole('blockquote')).toContainText('What a place!');
  await bob.goto('/');
  await bob.getByRole('button', { name: 'Notifications, 1 new' }).click();
  await expect(bob.getByText('replied to your comment')).toBeVisible();
  await bob.context().close();
});

test('friends react and reply to messages, and paste a picture into one', async ({ page: ann, browser }) => {
  const annName = await signUp(ann);
  const { page: bob, name } = await somebodyElse(browser);
  await befriend(ann, bob, name);
  const to_user_id = await idOf(ann);
  await bob.request.post('/api/messages', { data: { to_user_id, text: 'To the lake on Saturday?' } });
  for (let i = 0; i < 30; i++)
    await bob.request.post('/api/messages', { data: { to_user_id, text: `line ${i}\n\n${i}` } });
  await ann.goto(`/messages/${name}`);
  await bob.goto(`/messages/${annName}`);

  const line = (text: string) => ann.locator('[data-message]').filter({ hasText: text });
  await line('line 29').hover();
  await line('line 29').getByLabel('React to this message').click();
  await ann.getByRole('group', { name: 'React' }).getByRole('button', { name: 'Wow' }).click();
  await expect(ann.getByRole('button', { name: 'You 😮' })).toBeVisible();
  await expect(bob.getByRole('button', { name: `${annName} 😮` })).toBeVisible();

  await line('To the lake').hover();
  await line('To the lake').getByLabel('Reply').click();
  await ann.keyboard.type('With pleasure');
  await expectNoBarrier(ann);
  await ann.keyboard.press('Enter');
  await expect(bob.getByRole('log').getByText('With pleasure')).toBeVisible();
  await expect(line('With pleasure').getByRole('button', { name: 'To the lake' })).toBeInViewport();
  await line('With pleasure').getByRole('button', { name: 'To the lake' }).click();
  await expect(line('To the lake').first()).toBeInViewport();

  await ann.getByLabel('Write a message').evaluate(async (field) => {
    const canvas = document.createElement('canvas');
    const picture = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!)));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([picture], 'image.png', { type: picture.type }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(ann.getByRole('img', { name: 'Photo to send' })).toBeVisible();
  await ann.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(bob.getByRole('log').locator('img')).toBeVisible();

  const chooser = ann.waitForEvent('filechooser');
  await ann.getByRole('button', { name: 'Send a photo' }).click();
  await ann.getByRole('button', { name: 'From this device' }).click();
  await (await chooser).setFiles(files(1));
  await expect(ann.getByText(`Only ${name} will see it.`)).toBeVisible();
  await ann.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(bob.getByRole('log').locator('img')).toHaveCount(2);
  const mine: { audience: string }[] = await (await ann.request.get('/api/photos?scope=profile')).json();
  expect(mine.map((photo) => photo.audience)).toEqual(['private', 'private']);
  await bob.context().close();
});
