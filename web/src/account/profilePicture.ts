import { request } from '../api/request';
import { photoCache } from '../photo/photoCache.svelte';
import { whoAmI } from '../session/account';
import { session } from '../session/session.svelte';

const PATH = '/api/users/profile-picture';

export const removePicture = () => request(PATH, { method: 'DELETE' });

export async function sendPicture(picture: Blob): Promise<void> {
  const form = new FormData();
  form.set('photo', picture, 'me.jpg');
  await request(PATH, { method: 'POST', form });
}

/** After it has changed: shows it at once, also on my photos. */
export async function readPicture(): Promise<void> {
  const me = await whoAmI();
  session.update(me);
  photoCache.updateOf(me.id, { user_picture_url: me.picture_url });
}
