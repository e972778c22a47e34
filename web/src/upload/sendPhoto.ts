import { Problem, problemFrom, unreadable } from '../api/problem';
import { signedOut, currentUserHeaders } from '../api/request';
import type { Photo } from '../api/types';
import { t } from '../locale';
import type { PhotoDetails } from '../photo/photo';
import { canUploadDirectly, uploadDirectly } from './directUpload';
import { transfer, type Sent } from './transfer';

/** Sends one file; sends a large one straight to the store if possible. */
export async function sendPhoto(
  file: File,
  details: PhotoDetails,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Photo> {
  try {
    const photo = canUploadDirectly(file) ? await uploadDirectly(file, details, onProgress, signal) : null;
    return photo ?? (await sendThroughLumina(file, details, onProgress, signal));
  } catch (error) {
    if (error instanceof Problem && error.status === 0) await checkThatItCanBeRead(file);
    throw error;
  }
}

async function sendThroughLumina(
  file: File,
  details: PhotoDetails,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Photo> {
  const sent = await transfer('/api/photos', {
    method: 'POST',
    headers: currentUserHeaders(),
    body: form(file, details),
    onSent: (bytes, all) => onProgress(all ? bytes / all : 0),
    signal,
  });
  if (sent.status !== 201) throw refusal(sent);
  try {
    return JSON.parse(sent.text);
  } catch {
    throw unreadable(sent.status);
  }
}

function refusal(sent: Sent): Problem {
  if (sent.status === 401) signedOut();
  return problemFrom(sent.status, sent.text, sent.header('Retry-After'));
}

/** Text fields come first, so that a server can check them before the picture has arrived. */
function form(file: File, details: PhotoDetails): FormData {
  const data = new FormData();
  data.set('topic', details.topic);
  data.set('caption', details.caption);
  data.set('tags', details.tags.join(','));
  data.set('audience', details.audience);
  data.set('taken_hint', String(file.lastModified));
  data.set('photo', file);
  return data;
}

/** A file that was moved or changed after it was chosen fails like a lost connection. */
async function checkThatItCanBeRead(file: File): Promise<void> {
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new Problem(t.upload.cannotRead, 400, 'unreadable_file');
    });
}
