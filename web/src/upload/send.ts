import { problemFrom, unreachable } from '../api/problem';
import { signedOut } from '../api/request';
import type { Photo, PhotoWords } from '../photo/photo';
import { canGoDirectly, sendDirectly } from './direct';

/** Sends one file; a large one straight to the store where that can be, which tells null where it cannot. */
export async function send(
  file: File,
  words: PhotoWords,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Photo> {
  const photo = canGoDirectly(file) ? await sendDirectly(file, words, onProgress, signal) : null;
  return photo ?? sendThroughLumina(file, words, onProgress, signal);
}

/** XMLHttpRequest, since fetch does not tell how far an upload has got. */
function sendThroughLumina(
  file: File,
  words: PhotoWords,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Photo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/photos');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText));
      if (request.status === 401) signedOut();
      reject(problemFrom(request.status, request.responseText, request.getResponseHeader('Retry-After')));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form(file, words));
  });
}

/** Words go first, so that a server may check them before the picture has arrived. */
function form(file: File, words: PhotoWords): FormData {
  const data = new FormData();
  data.set('topic', words.topic);
  data.set('caption', words.caption);
  data.set('tags', words.tags.join(','));
  data.set('audience', words.audience);
  data.set('photo', file);
  return data;
}
