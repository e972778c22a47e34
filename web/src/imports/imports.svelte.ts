import { currentUserHeaders, lost, request } from '../api/request';
import { errorText, problemFrom } from '../api/problem';
import type { Schemas } from '../api/types';
import { t } from '../locale';
import { withRetries } from '../upload/retry';
import { sendResumably } from '../upload/tus';
import { BegunZips } from './begunZips';
import { packed, type Entry } from './zip';

export type Import = Schemas['ImportProgress'];

/** How often the page asks how far an import is. */
const LOOK_MS = 1_500;

/** My imports. Sending goes on when the page is left, as long as Lumina is open. */
class Imports {
  list = $state.raw<Import[]>([]);
  /** The import whose files are being sent, and how much of them; null while they are being read. */
  sending = $state.raw<{ id: string; share: number | null } | null>(null);
  problem = $state('');

  async load(): Promise<void> {
    this.list = await request<Import[]>('/api/imports');
  }

  /** Sends files, zips as they are and the others in zips, and imports them. */
  async add(entries: Entry[], albums: boolean): Promise<void> {
    this.problem = entries.length ? '' : t.imports.nothing;
    if (!entries.length || this.sending) return;
    try {
      const open = this.list.filter(({ state }) => state === 'receiving').map(({ import_id }) => import_id);
      const zips = BegunZips.interrupted(open) ?? (await this.#begin(albums));
      this.sending = { id: zips.importId, share: null };
      await this.load();
      await this.#send(zips, entries);
      await request(`/api/imports/${zips.importId}/start`, { method: 'POST' });
    } catch (error) {
      this.problem = errorText(error);
    }
    this.sending = null;
    await this.load().catch(() => {});
  }

  async #begin(albums: boolean): Promise<BegunZips> {
    const begun = await request<Import>('/api/imports', { method: 'POST', json: { albums } });
    return BegunZips.of(begun.import_id);
  }

  async #send(zips: BegunZips, entries: Entry[]): Promise<void> {
    const id = zips.importId;
    const all = entries.reduce((sum, { file }) => sum + file.size, 0);
    let before = 0;
    const send = async (file: Blob) => {
      const zip = zips.zip(file);
      const onUrl = (url: string) => {
        zip.url = url;
        zips.keep();
      };
      const onSent = (bytes: number) => this.#show(id, (before + bytes) / all);
      const filename = file instanceof File ? file.name : '';
      const metadata = { import: id, number: String(zip.number), filename };
      const attempt = () => sendResumably({ file, metadata, url: zip.url, onUrl, onSent, signal: never });
      await withRetries(attempt, never);
      before += file.size;
    };
    const isZip = ({ file }: Entry) => /\.zip$/i.test(file.name);
    for (const { file } of entries.filter(isZip)) await send(file);
    for await (const zip of packed(entries.filter((entry) => !isZip(entry)))) await send(zip);
  }

  #show(id: string, share: number): void {
    this.sending = { id, share: Math.min(1, share) };
  }

  async forget(one: Import): Promise<void> {
    await request(`/api/imports/${one.import_id}`, { method: 'DELETE' });
    await this.load();
  }

  /** Looks how far imports are, until the returned function is called. */
  watch(): () => void {
    const look = () => {
      if (this.list.some(({ state }) => state === 'running')) this.load().catch(() => {});
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }
}

/** A file that was not imported. */
export interface Unread {
  file: string;
  outcome: string;
  why?: string;
}

/** The files of an import that were not read, from its report. */
export async function unreadOf({ import_id }: Import): Promise<Unread[]> {
  const answer = await fetch(`/api/imports/${import_id}/report`, { headers: currentUserHeaders() }).catch(
    lost,
  );
  const text = await answer.text();
  if (!answer.ok) throw problemFrom(answer.status, text, answer.headers.get('Retry-After'));
  const lines = text.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => JSON.parse(line) as Unread)
    .filter(({ outcome }) => outcome === 'not_read' || outcome === 'no_file');
}

const never = new AbortController().signal;

export const imports = new Imports();
