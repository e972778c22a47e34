import { expect, expectNoBarrier, files, signUp, test } from './people';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

test('a newcomer brings a folder, and sees what became of each file', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('link', { name: 'Bring what you have elsewhere' }).click();
  await expect(page.getByRole('heading', { name: 'Bring your photos' })).toBeVisible();
  await expectNoBarrier(page);

  const folder = join(mkdtempSync(join(tmpdir(), 'import-')), 'Harbour trip');
  mkdirSync(folder);
  copyFileSync(files(1)[0]!, join(folder, 'boat.jpg'));
  writeFileSync(
    join(folder, 'boat.jpg.json'),
    JSON.stringify({
      title: 'boat.jpg',
      url: 'x',
      description: 'The boat',
      photoTakenTime: { timestamp: '1556892000' },
    }),
  );
  writeFileSync(join(folder, 'metadata.json'), JSON.stringify({ title: 'Harbour trip' }));
  writeFileSync(join(folder, 'notes.txt'), 'no picture');
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(page.getByText('1 added, 1 could not be read.')).toBeVisible();
  await page.getByText('What could not be read').click();
  await expect(page.getByText('Harbour trip/notes.txt')).toBeVisible();
  await expect(page.getByRole('link', { name: 'What became of each file' })).toBeVisible();
  await expectNoBarrier(page);

  await page.goto('/');
  await expect(page.getByText('The boat')).toBeHidden();
  await page.goto('/profile');
  await expect(page.getByRole('link', { name: 'The boat' })).toBeVisible();
  await page.goto('/albums');
  await expect(page.getByText('Harbour trip')).toBeVisible();
});
