import { request } from '../api/request';

const PATH = '/api/users/profile-picture';

export const removePicture = () => request(PATH, { method: 'DELETE' });

export async function sendPicture(picture: Blob): Promise<void> {
  const form = new FormData();
  form.set('photo', picture, 'me.jpg');
  await request(PATH, { method: 'POST', form });
}
