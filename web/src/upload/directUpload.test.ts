import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PhotoDetails } from '../photo/photo';
import type { Put } from './directUpload';

const details: PhotoDetails = { caption: 'Large', topic: '', tags: ['sea'], audience: 'friends' };
const file = new File([new Uint8Array(20)], 'large.jpg');
const large = { size: 17 * 1024 * 1024 } as File;
const begun = { upload_id: 'u1', part_size: 8, urls: ['/1', '/2', '/3'] };

/** Answers requests to Lumina in order. */
function answer(...answers: [number, unknown][]) {
  const asked = vi.fn<(path: string, asked: RequestInit) => Promise<Response>>(async () => {
    const [status, body] = answers.shift()!;
    return new Response(JSON.stringify(body), { status });
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

describe('a large file', () => {
  const progress: number[] = [];
  const put: Put = async (url, part, onSent) => {
    onSent(part.size);
    return `"${url}"`;
  };
  const send = async (sendPart = put) => {
    vi.resetModules();
    const direct = await import('./directUpload');
    (await import('../api/request')).setCurrentUser(7);
    const onProgress = (share: number) => progress.push(share);
    const photo = await direct.uploadDirectly(
      file,
      details,
      onProgress,
      new AbortController().signal,
      sendPart,
    );
    return { photo, again: direct.canUploadDirectly(large), small: direct.canUploadDirectly(file) };
  };

  afterEach(() => void vi.unstubAllGlobals());

  test('goes to the store in parts, and then Lumina is told', async () => {
    const asked = answer([201, begun], [201, { photo_id: 'p1' }]);
    expect(await send()).toEqual({ photo: { photo_id: 'p1' }, again: true, small: false });
    expect(progress).toEqual([0.4, 0.8, 1]);
    expect(asked.mock.calls[1]![0]).toBe('/api/uploads/u1/complete');
    expect(JSON.parse(String(asked.mock.calls[1]![1].body))).toEqual({
      ...details,
      file_name: 'large.jpg',
      taken_hint: file.lastModified,
      parts: [
        { number: 1, etag: '"/1"' },
        { number: 2, etag: '"/2"' },
        { number: 3, etag: '"/3"' },
      ],
    });
  });

  test('goes another way where Lumina does not offer this one', async () => {
    answer([404, { code: 'not_available', message: 'No.' }]);
    expect(await send()).toEqual({ photo: null, again: false, small: false });
  });

  test('goes another way where the store cannot be reached', async () => {
    answer([201, begun]);
    expect(await send(async () => null)).toEqual({ photo: null, again: false, small: false });
  });

  test('is refused with what Lumina says of it', async () => {
    answer([413, { code: 'too_large', message: 'Too large.' }]);
    await expect(send()).rejects.toThrow('Too large.');
  });
});
