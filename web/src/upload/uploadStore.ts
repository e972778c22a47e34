import type { UploadRecord } from './uploadRecord';

const NAME = 'lumina-uploads';
/** Longer than anyone remembers having chosen a file. */
const KEPT_FOR = 30 * 86_400_000;

type StoreName = 'uploads' | 'files';
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

  /** Deletes what was chosen too long ago, whoever chose it. */
  async forgetOld(): Promise<void> {
    const all = await this.#do('readonly', ['uploads'], (stores): IDBRequest<UploadRecord[]> =>
      stores('uploads').getAll(),
    );
    const old = all.filter((record) => record.at < Date.now() - KEPT_FOR);
    if (old.length) await this.remove(old.map((record) => record.id));
  }

  /** Deletes the uploads of a person whose account was deleted. */
  async forgetAll(user: number): Promise<void> {
    await this.remove((await this.of(user)).map((record) => record.id));
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
      // At once, because the page may be closing.
      if (mode === 'readwrite') transaction.commit();
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
