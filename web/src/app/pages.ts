import { explored } from '../explore/explored';
import { feedPhotos } from '../home/feedPhotos';
import type { PhotoList } from '../photo/photoList.svelte';
import { router } from '../router/router.svelte';
import { session } from '../session/session.svelte';
import { later, whenIdle } from '../ui/later';

/** Pages that are not part of the first load. */
export const pages = {
  home: () => import('../home/HomePage.svelte'),
  explore: () => import('../explore/ExplorePage.svelte'),
  albums: () => import('../albumpage/AlbumsPage.svelte'),
  album: () => import('../albumpage/AlbumPage.svelte'),
  friends: () => import('../friend/FriendsPage.svelte'),
  profile: () => import('../profile/ProfilePage.svelte'),
  photo: () => import('../viewer/PhotoViewer.svelte'),
  upload: () => import('../upload/UploadDialog.svelte'),
  uploadIndicator: () => import('../upload/UploadIndicator.svelte'),
  messages: () => import('../message/MessagesPage.svelte'),
  trash: () => import('../trash/TrashPage.svelte'),
  links: () => import('../share/SharesPage.svelte'),
  import: () => import('../imports/ImportPage.svelte'),
  account: () => import('../account/AccountPage.svelte'),
  join: () => import('../invite/JoinPage.svelte'),
  guest: () => import('../guest/GuestPage.svelte'),
  publicAlbum: () => import('../albumpage/PublicAlbumPage.svelte'),
  publicPhoto: () => import('../viewer/PublicPhotoPage.svelte'),
};

const soon = [
  pages.home,
  pages.photo,
  pages.explore,
  pages.profile,
  pages.friends,
  pages.upload,
  pages.uploadIndicator,
];

/** Pages whose photos are requested before their code has come. */
const photosOf: Partial<Record<string, (pageKey: string) => PhotoList>> = {
  home: feedPhotos,
  explore: explored,
};

/**
 * Loads the page of this address while the server says who is signed in, with its photos if somebody is expected to be,
 * and other pages one by one when it has loaded.
 */
export function startPreloading(): void {
  const here = router.pageRoute?.name === 'person' ? 'profile' : router.pageRoute?.name;
  if (here && here in pages) pages[here as keyof typeof pages]().catch(() => {});
  const beginPhotos = () => photosOf[router.pageRoute?.name ?? '']?.(router.pageKey!).begin();
  if (session.expected) beginPhotos();
  session.onSignIn(() => {
    beginPhotos();
    later(() => void preload().catch(() => {}));
  });
}

/** Ends with the first one that does not come: pages load when they are opened, too. */
async function preload(): Promise<void> {
  for (const load of soon) {
    await load();
    await new Promise<void>(whenIdle);
  }
}
