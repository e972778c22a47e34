import { Problem, problemFrom, unreadable } from '../api/problem';
import { signedOut, currentUserHeaders } from '../api/request';
import type { Photo } from '../api/types';
import { t } from '../locale';
import { getPhoto } from '../photo/photo';
import { transfer, type Sent } from './transfer';
import { sendResumably } from './tus';
import type { UploadRecord } from './uploadRecord';
import type { Arrived, Sending } from './uploadWork';

/** Sends one photo, from where an earlier attempt was cut; a Live Photo goes in one piece. */
export async function sendPhoto(sending: Sending): Promise<Arrived> {
  const [photo] = sending.files as [File];
  try {
    return await (sending.files.length > 1 ? sendPair(sending) : sendOne(sending));
  } catch (error) {
    if (error instanceof Problem && error.status === 0) await checkThatItCanBeRead(photo);
    throw error;
  }
}

async function sendOne({ files, record, ...sending }: Sending): Promise<Arrived> {
  const [file] = files as [File];
  const metadata = { filename: file.name, ...fields(file, record) };
  const photoId = await sendResumably({ file, metadata, url: record.url, ...sending });
  return { photo: await getPhoto(photoId), known: false };
}

async function sendPair({ files, record, onSent, signal }: Sending): Promise<Arrived> {
  const sent = await transfer('/api/photos', {
    method: 'POST',
    headers: currentUserHeaders(),
    body: form(files, record),
    onSent: (bytes) => onSent(bytes, true),
    signal,
  });
  if (sent.status !== 201 && sent.status !== 200) throw refusal(sent);
  try {
    const photo: Photo & { duplicate: boolean } = JSON.parse(sent.text);
    return { photo, known: photo.duplicate };
  } catch {
    throw unreadable(sent.status);
  }
}

function refusal(sent: Sent): Problem {
  if (sent.status === 401) signedOut();
  return problemFrom(sent.status, sent.text, sent.header('Retry-After'));
}

/** Text fields come first, so that a server can check them before the picture has arrived. */
function form([photo, motion]: File[], record: UploadRecord): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields(photo!, record))) data.set(name, value);
  data.set('photo', photo!);
  data.set('motion', motion!);
  return data;
}

/** Skipping duplicates makes it safe to send a file again after a lost answer. */
function fields(file: File, { details, twice }: UploadRecord): Record<string, string> {
  const { topic, caption, tags, audience } = details!;
  return {
    topic,
    caption,
    tags: tags.join(','),
    audience,
    taken_hint: String(file.lastModified),
    ...(!twice && { duplicate: 'skip' }),
  };
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
