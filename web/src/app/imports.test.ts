import { expect, test, vi } from 'vitest';

const scripts = import.meta.glob(['../**/*.ts', '!../**/*.{test,d}.ts', '!./main.ts']);
const components = import.meta.glob('../**/*.svelte');
const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });

/** Of components only those that do something when they are imported: to compile all takes long. */
const modules = {
  ...scripts,
  ...Object.fromEntries(
    Object.entries(components).filter(([path]) => /<script[^>]* module/.test(sources[path]!)),
  ),
};

test('importing a module starts nothing: that is what app/start.ts is for', async () => {
  const started = [
    vi.spyOn(EventTarget.prototype, 'addEventListener'),
    vi.spyOn(Storage.prototype, 'getItem'),
    vi.spyOn(Storage.prototype, 'setItem'),
    vi.spyOn(window, 'addEventListener'),
    vi.spyOn(window, 'fetch'),
    vi.spyOn(window, 'setTimeout'),
    vi.spyOn(window, 'setInterval'),
  ];
  const { session } = await import('../session/session.svelte');
  started.push(vi.spyOn(session, 'onSignIn') as never, vi.spyOn(session, 'onSignOut') as never);
  const { connection } = await import('../live/connection.svelte');
  const { live } = await import('../live/live');
  started.push(vi.spyOn(live, 'on') as never, vi.spyOn(connection, 'onReconnect') as never);
  expect(Object.keys(modules).length).toBeGreaterThan(100);
  for (const [path, load] of Object.entries(modules)) {
    await load();
    for (const spy of started) expect(spy.mock.calls, path).toEqual([]);
  }
}, 60_000);
