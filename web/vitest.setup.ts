import { vi } from 'vitest';

// All test files share a page, which is fast; each begins with its own modules, and finds nothing that others left.
vi.resetModules();
localStorage.clear();
document.body.replaceChildren();

// Waits end with what they wait for. By default they give up after a second, which a busy machine may need.
const { waitFor } = vi;
vi.waitFor = (condition, options = 20_000) => waitFor(condition, options);
