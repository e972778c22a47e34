import { session } from '../session/session.svelte';

/** Pages that are not part of the first load. */
export const pages = {
  auth: () => import('../auth/AuthPage.svelte'),
  explore: () => import('../explore/ExplorePage.svelte'),
  albums: () => import('../albumpage/AlbumsPage.svelte'),
  album: () => import('../albumpage/AlbumPage.svelte'),
  friends: () => import('../friend/FriendsPage.svelte'),
  profile: () => import('../profile/ProfilePage.svelte'),
  photo: () => import('../viewer/PhotoViewer.svelte'),
  upload: () => import('../upload/UploadDialog.svelte'),
  messages: () => import('../message/MessagesPage.svelte'),
  trash: () => import('../trash/TrashPage.svelte'),
  links: () => import('../share/SharesPage.svelte'),
  account: () => import('../account/AccountPage.svelte'),
  join: () => import('../invite/JoinPage.svelte'),
  guest: () => import('../guest/GuestPage.svelte'),
  publicPhoto: () => import('../viewer/PublicPhotoPage.svelte'),
};

const soonAfterHome = [pages.photo, pages.explore, pages.profile, pages.friends, pages.upload];

/** Loads the other pages as soon as the browser is idle. */
export function startPreloading(): void {
  // Safari lacks `requestIdleCallback`.
  const whenIdle = window.requestIdleCallback ?? ((load: () => void) => setTimeout(load, 1_000));
  const preload = () => soonAfterHome.forEach((load) => load().catch(() => {}));
  session.onSignIn(() => whenIdle(preload));
}
