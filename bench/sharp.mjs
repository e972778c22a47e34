// Makes the same sizes as Lumina with sharp. Each line of input is a number of pictures; each line of output the time they
// took, in seconds. Two pictures are made at once, and each is decoded once, which is the quickest way here.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const [modules, out, ...files] = process.argv.slice(2);
const sharp = createRequire(join(modules, 'x.js'))('sharp');
sharp.cache(false);
sharp.concurrency(1);
const sizes = { large: 2048, medium: 1080, small: 480, thumb: 200 };

const within = (image, edge) => image.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });

const encoded = (image, name) => (name === 'thumb' ? image.jpeg({ quality: 85 }) : image.webp({ quality: 80, effort: 2 }));

async function make(number) {
  const { data, info } = await within(sharp(files[number % files.length]).autoOrient(), sizes.large)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  await Promise.all(
    Object.entries(sizes).map(([name, edge]) =>
      encoded(within(sharp(data, { raw }), edge), name).toFile(join(out, `${number}_${name}`)),
    ),
  );
}

for await (const line of createInterface({ input: process.stdin })) {
  const begin = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < Number(line)) {
      await make(next++);
    }
  };
  await Promise.all([worker(), worker()]);
  console.log((performance.now() - begin) / 1_000);
}
