import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packed } from './zip';

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('other programs can read the zips', async () => {
  const entries = ['Reise/Straße 1.txt', 'b.txt'].map((path) => ({
    path,
    file: new File([`content of ${path}`], path, { lastModified: Date.UTC(2019, 4, 3, 10) }),
  }));
  const zips: Blob[] = [];
  for await (const zip of packed(entries)) zips.push(zip);

  expect(zips).toHaveLength(1);
  const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'some.zip');
  writeFileSync(file, new Uint8Array(await zips[0]!.arrayBuffer()));
  const read = `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print('\\n'.join(f'{n}: {z.read(n).decode()}' for n in z.namelist()))`;
  expect(execFileSync('python3', ['-c', read, file], { encoding: 'utf8' })).toBe(
    'Reise/Straße 1.txt: content of Reise/Straße 1.txt\nb.txt: content of b.txt\n',
  );
});
