import { expect, test, vi } from 'vitest';

const modules = import.meta.glob(['../**/*.{ts,svelte}', '!../**/*.{test,d}.ts', '!./main.ts']);

// Compiles every component, which takes a few seconds.
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
