import type { Audience } from '../api/types';
import { drafts } from '../draft/drafts';
import type { PhotoDetails } from '../photo/photo';
import { parseTags } from '../photo/tags';
import { session } from '../session/session.svelte';

const DRAFT = 'upload';

/** What is said of all chosen files at once; it is kept with them. */
export class UploadWords {
  topic = $state('');
  tags = $state('');
  audience = $state<Audience>('friends');
  /** The album for the chosen files: its id, [NEW_ALBUM], or none. */
  album = $state('');
  albumTitle = $state('');

  begin(): void {
    [this.topic, this.tags, this.album, this.albumTitle] = ['', '', '', ''];
    this.audience = session.account?.default_audience ?? 'friends';
  }

  get details(): Omit<PhotoDetails, 'caption'> {
    return { topic: this.topic.trim(), tags: parseTags(this.tags), audience: this.audience };
  }

  /** Topic, tags and audience stay for the next files, but not the album. */
  used(): void {
    [this.album, this.albumTitle] = ['', ''];
    drafts.forget(DRAFT);
  }

  keep(): void {
    const { topic, tags, audience, album, albumTitle } = this;
    drafts.keep(DRAFT, { topic, tags, audience, album, albumTitle });
  }

  restore(): void {
    Object.assign(this, drafts.find<object>(DRAFT));
  }
}
