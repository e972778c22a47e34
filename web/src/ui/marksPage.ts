/**
 * An attachment that gives the whole page a class while its element is there. The browser would check `:root:has()` after
 * each change of anything.
 */
export const marksPage = (name: string) => () => {
  document.documentElement.classList.add(name);
  return () => document.documentElement.classList.remove(name);
};
