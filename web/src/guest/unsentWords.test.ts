import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import GuestPage from './GuestPage.svelte';

const photo = {
  photo_id: 'one',
  username: 'ann',
  placeholder: '',
  caption: '',
  width: 3,
  height: 2,
  thumbnail_url: '/thumb',
  small_url: '/small',
  large_url: '/large',
};
const link = { title: 'Summer', count: 1, sharer: { username: 'ann' }, my_name: 'Grandma', likes: false };
let comments: boolean;
let over: boolean;
let page: Record<string, unknown>;

/** The server: the link, its one photo, and no comments. */
async function answer(address: string): Promise<Response> {
  if (!address.startsWith('/api/s/') || over) return new Response('{}', { status: 404 });
  if (address.includes('/comments')) return comments ? list([]) : new Response('{}', { status: 404 });
  if (address.includes('/photos?')) return list([photo]);
  return new Response(JSON.stringify(address.includes('/photos/') ? photo : { ...link, comments }));
}
const list = (items: object[]) => new Response(JSON.stringify(items));

const field = () => document.querySelector<HTMLTextAreaElement>('textarea');

/** Writes a comment, which arrives too late. */
async function write(text: string, meanwhile: () => void) {
  await vi.waitFor(() => expect(field()).toBeTruthy());
  field()!.value = text;
  field()!.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() =>
    expect(document.querySelector<HTMLButtonElement>('form .button')?.disabled).toBe(false),
  );
  meanwhile();
  field()!.form!.requestSubmit();
}

beforeEach(() => {
  [comments, over] = [true, false];
  vi.stubGlobal('fetch', answer);
  page = mount(GuestPage, { target: document.body, props: { token: 'abc', photo: 'one' } });
});

afterEach(async () => {
  await unmount(page);
  vi.unstubAllGlobals();
});

test('what a guest was writing when the link ended is there to copy, with the reason', async () => {
  await write('What a lovely day', () => (over = true));
  await vi.waitFor(() => expect(document.body.textContent).toContain('not shared any more'));
  expect(field()?.readOnly).toBe(true);
  expect(field()?.value).toBe('What a lovely day');
  expect(document.body.textContent).toContain('This was not sent');
});

test('so is what a guest was writing when its owner closed the comments', async () => {
  await write('What a lovely day', () => (comments = false));
  await vi.waitFor(() => expect(document.body.textContent).toContain('This was not sent'));
  expect(field()?.value).toBe('What a lovely day');
});
