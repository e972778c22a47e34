import { startDrafts } from '../draft/drafts';
import { startFriends } from '../friend/friends.svelte';
import { startNewPhotos } from '../home/newPhotos.svelte';
import { startLive } from '../live/live';
import { startConversations } from '../message/conversations.svelte';
import { startNotifications } from '../notification/unread.svelte';
import { startImageFallback } from '../photo/imageFallback';
import { startPhotoSync } from '../photo/photoSync';
import { router } from '../router/router.svelte';
import { session } from '../session/session.svelte';
import { startToasts } from '../ui/toasts.svelte';
import { startUploads } from '../upload/uploadQueue.svelte';
import { startPreloading } from './pages';

/** Starts everything that runs while the page is open; importing a module starts nothing. */
export function start(): void {
  startToasts();
  startLive();
  startDrafts();
  startPhotoSync();
  startImageFallback();
  startFriends();
  startConversations();
  startNotifications();
  startNewPhotos();
  startUploads();
  router.start();
  void session.start();
  startPreloading();
}
