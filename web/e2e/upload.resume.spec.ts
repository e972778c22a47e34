import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, files, signUp, test, upload } from './people';

/** A JPEG of more than two megabytes, which goes in more than one request. */
function large(picture: Buffer): Buffer {
  const comment = Buffer.alloc(65_000);
  comment.writeUInt16BE(0xfffe);
  comment.writeUInt16BE(comment.length - 2, 2);
  const [start, rest] = [picture.subarray(0, 2), picture.subarray(2)];
  return Buffer.concat([start, ...Array<Buffer>(32).fill(comment), rest]);
}

test('a folder whose page is reloaded in mid-upload is there in the end, nothing twice', async ({
  page,
}, info) => {
  await signUp(page);
  const [first, , here] = files(3) as [string, string, string];
  await upload(page, {}, here);

  const folder = info.outputPath('Camera');
  mkdirSync(`${folder}/2024`, { recursive: true });
  files(5).forEach((file, at) => copyFileSync(file, `${folder}/2024/IMG_${at}.jpg`));
  copyFileSync(first, `${folder}/IMG_0 (copy).jpg`);
  writeFileSync(`${folder}/2023.jpg`, large(readFileSync(files(6)[5]!)));
  writeFileSync(`${folder}/broken.jpg`, 'just some words');
  writeFileSync(`${folder}/list.txt`, 'just some words');

  // The server is slow: a few of the small ones arrive, of the large one nothing.
  const sent: string[] = [];
  await page.route(/api\/tus/, async (route) => {
    sent.push(route.request().method());
    const made = sent.filter((method) => method === 'POST').length;
    if (route.request().method() === 'POST' && made <= 4) await route.continue();
  });
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('button', { name: 'Add photos' }).click();
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(page.getByRole('alert')).toContainText(/1 file cannot be uploaded: .list\.txt. is neither/);
  await page.getByRole('button', { name: 'Share 8 photos' }).click();
  await expect(page.locator('.tile').nth(1)).toBeVisible();
  await expect.poll(() => sent).toContain('PATCH');

  await page.unrouteAll();
  const found = page.waitForRequest((request) => request.method() === 'HEAD');
  await page.reload();
  await expect(page.getByRole('status')).toContainText('Going on with');
  await page.getByRole('button', { name: /were here already.*Have a look/ }).click();
  const receipt = page.getByRole('region', { name: 'What came of it' });
  // One that arrived while the page went away is there, without the page having learned that it was added.
  await expect(receipt).toContainText(
    /5 photos added.*2 were here already|4 photos added.*3 were here already/s,
  );
  await expect(receipt).toContainText('broken.jpg This file is not a picture');
  await found;
  await expect(page.getByRole('button', { name: 'Upload anyway' })).toBeVisible();
  await receipt.getByText('Names').last().click();
  await expect(receipt.getByText('IMG_2.jpg')).toBeVisible();
  await receipt.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('.tile')).toHaveCount(6);
  const mine: { checksum: string }[] = await (await page.request.get('/api/photos?scope=profile')).json();
  expect(new Set(mine.map((photo) => photo.checksum)).size).toBe(6);

  await page.reload();
  await expect(page.locator('.tile')).toHaveCount(6);
  await expect(page.getByRole('button', { name: /Have a look|Uploading/ })).toHaveCount(0);
});
