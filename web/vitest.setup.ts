import { vi } from 'vitest';

// All test files share a page, which is fast; each begins with its own modules, and finds nothing that others left.
vi.resetModules();
localStorage.clear();
document.body.replaceChildren();
