/** Parses the text of a tags field: separated by commas, with or without `#`. */
export const parseTags = (typed: string) =>
  typed
    .split(',')
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter(Boolean);
