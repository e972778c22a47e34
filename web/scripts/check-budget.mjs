// Fails the build when the first load exceeds its size limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgets = { js: 60, css: 16 };
const dist = new URL('../dist/', import.meta.url);
const page = readFileSync(new URL('index.html', dist), 'utf8');
const firstLoad = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);

for (const [kind, budget] of Object.entries(budgets)) {
  const bytes = firstLoad
    .filter((file) => file.endsWith(`.${kind}`))
    .reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
  const kilobytes = bytes / 1024;
  console.log(`first load, ${kind}: ${kilobytes.toFixed(1)} KB gzip of ${budget}`);
  if (kilobytes > budget || bytes === 0) {
    console.error(`The first load's ${kind} should be above 0 and at most ${budget} KB.`);
    process.exitCode = 1;
  }
}
