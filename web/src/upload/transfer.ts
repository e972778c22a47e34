import { unreachable } from '../api/problem';

/** Where nothing moves for so long, the connection is gone, whatever the browser believes. */
const SILENCE = 120_000;

export interface Sent {
  status: number;
  text: string;
  header: (name: string) => string | null;
}

interface Transfer {
  method: string;
  headers?: Record<string, string>;
  body: Blob | FormData;
  /** How many bytes have gone so far, and how many there are. */
  onSent: (sent: number, all: number) => void;
  signal: AbortSignal;
}

/** Sends bytes and tells how far they got, which fetch does not. */
export function transfer(url: string, { method, headers, body, onSent, signal }: Transfer): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout>;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        reject(unreachable());
        request.abort();
      }, SILENCE);
    };
    request.open(method, url);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      listen();
      onSent(event.loaded, event.total);
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal.reason);
    request.onload = () =>
      resolve({
        status: request.status,
        text: request.responseText,
        header: (name) => request.getResponseHeader(name),
      });
    request.onloadend = () => clearTimeout(silence);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    listen();
    request.send(body);
  });
}
