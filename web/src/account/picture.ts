import { problemFrom, unreachable } from '../api/problem';
import { request } from '../api/request';

export const removePicture = () => request('/api/users/profile-picture', { method: 'DELETE' });

export async function sendPicture(picture: Blob): Promise<void> {
  const form = new FormData();
  form.set('photo', picture, 'me.jpg');
  const response = await fetch('/api/users/profile-picture', { method: 'POST', body: form }).catch(() => {
    throw unreachable();
  });
  if (!response.ok)
    throw problemFrom(response.status, await response.text(), response.headers.get('Retry-After'));
}
