import { unreachable } from '../api/problem';

/** Without progress for this long the connection is lost, even if the browser reports no error. */
const SILENCE = 120_000;

export interface Sent {
  status: number;
  text: string;
  header: (name: string) => string | null;
}

interface Transfer {
  method: string;
  headers?: Record<string, string>;
  body?: Blob | FormData;
  /** Reports the number of bytes sent so far, and the total. */
  onSent: (sent: number, all: number) => void;
  signal: AbortSignal;
}

/** Sends bytes and reports progress, which fetch cannot. */
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
