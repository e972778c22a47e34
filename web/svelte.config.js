import { readdirSync } from 'node:fs';

const components = readdirSync(new URL('src', import.meta.url), { recursive: true })
  .filter((file) => file.endsWith('.svelte'))
  .sort()
  .map((file) => `src/${file}`);

/** A short name for a component's styles, because it is in every rule and on every element. */
function cssHash({ filename, hash }) {
  const at = components.indexOf(filename);
  return at < 0 ? hash(filename) : `s${at.toString(36)}`;
}

export default {
  compilerOptions: { runes: true, cssHash },
};
