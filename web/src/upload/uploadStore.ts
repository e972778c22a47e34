import type { AlbumPlan, UploadRecord } from './uploadRecord';

const NAME = 'lumina-uploads';
/** Longer than anyone remembers having chosen a file. */
const KEPT_FOR = 30 * 86_400_000;

type StoreName = 'uploads' | 'files' | 'albums';
type Stores = (name: StoreName) => IDBObjectStore;

/** Keeps uploads with their files in the browser, so that they outlive the page. All methods fail where it keeps none. */
export class UploadStore {
  #opened: Promise<IDBDatabase> | undefined;

  add(uploads: { record: UploadRecord; files: File[] }[]): Promise<void> {
    return this.#do('readwrite', ['uploads', 'files'], (stores) => {
      for (const { record, files } of uploads) {
        stores('uploads').put(record);
        if (files.length) stores('files').put(files, record.id);
      }
    });
  }

  put(record: UploadRecord): Promise<void> {
    return this.#do('readwrite', ['uploads'], (stores) => void stores('uploads').put(record));
  }

  of(user: number): Promise<UploadRecord[]> {
    return this.#do('readonly', ['uploads'], (stores) => stores('uploads').index('user').getAll(user));
  }

  files(id: string): Promise<File[] | undefined> {
    return this.#do('readonly', ['files'], (stores) => stores('files').get(id));
  }

  dropFiles(id: string): Promise<void> {
    return this.#do('readwrite', ['files'], (stores) => void stores('files').delete(id));
  }

  remove(ids: string[]): Promise<void> {
    return this.#do('readwrite', ['uploads', 'files'], (stores) => {
      for (const id of ids) {
        stores('uploads').delete(id);
        stores('files').delete(id);
      }
    });
  }

  putAlbum(plan: AlbumPlan): Promise<void> {
    return this.#do('readwrite', ['albums'], (stores) => void stores('albums').put(plan));
  }

  album(id: string): Promise<AlbumPlan | undefined> {
    return this.#do('readonly', ['albums'], (stores) => stores('albums').get(id));
  }

  /** Deletes what was chosen too long ago, whoever chose it, and the albums of nobody's uploads. */
  async forgetOld(): Promise<void> {
    const all: UploadRecord[] = await this.#do('readonly', ['uploads'], (stores) =>
      stores('uploads').getAll(),
    );
    const isOld = (record: UploadRecord) => record.at < Date.now() - KEPT_FOR;
    await this.remove(all.filter(isOld).map((record) => record.id));
    const used = new Set(all.map((record) => record.album?.plan));
    await this.#removeAlbums((plan) => !used.has(plan.id));
  }

  /** Deletes the uploads of a person whose account was deleted. */
  async forgetAll(user: number): Promise<void> {
    await this.remove((await this.of(user)).map((record) => record.id));
    await this.#removeAlbums((plan) => plan.user === user);
  }

  async #removeAlbums(goes: (plan: AlbumPlan) => boolean): Promise<void> {
    const plans: AlbumPlan[] = await this.#do('readonly', ['albums'], (stores) => stores('albums').getAll());
    await this.#do('readwrite', ['albums'], (stores) => {
      for (const plan of plans.filter(goes)) stores('albums').delete(plan.id);
    });
  }

  async #do<T = void>(
    mode: IDBTransactionMode,
    names: StoreName[],
    act: (stores: Stores) => IDBRequest<T> | void,
  ): Promise<T> {
    const database = await this.#open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode);
      const asked = act((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(asked?.result as T);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  #open(): Promise<IDBDatabase> {
    return (this.#opened ??= open(() => (this.#opened = undefined)).catch((error) => {
      this.#opened = undefined;
      throw error;
    }));
  }
}

function open(onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('uploads', { keyPath: 'id' }).createIndex('user', 'user');
      request.result.createObjectStore('files');
      request.result.createObjectStore('albums', { keyPath: 'id' });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onClose;
      // A newer page in another tab changes the database.
      database.onversionchange = () => {
        database.close();
        onClose();
      };
      resolve(database);
    };
  });
}
