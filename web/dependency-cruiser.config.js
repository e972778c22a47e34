/**
 * The layers of the page, from the bottom up; all other folders are features. Type-only imports of components are not
 * checked, because compiling a component removes them.
 */
const layers = ['locale', 'ui', 'api', 'router', 'session'];
const above = (layer) => `^src/(?!(${[...layers.slice(0, layers.indexOf(layer) + 1), 'style'].join('|')})/)`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.map((layer) => ({
      name: `${layer}-imports-downwards`,
      comment: `A layer uses only those below it: ${layers.join(' < ')} < features < app.`,
      severity: 'error',
      from: { path: `^src/${layer}/`, pathNot: '[.]test[.]ts$' },
      to: { path: above(layer) },
    })),
    {
      name: 'app-is-on-top',
      comment: 'Nothing uses the shell but itself.',
      severity: 'error',
      from: { pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'no-circle-of-folders',
      comment: 'Features may use each other, but never in a circle.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte.ts', '.svelte', '.js'],
      conditionNames: ['svelte', 'browser', 'import'],
    },
  },
};
