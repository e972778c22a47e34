/** Parses the text of a tags field: separated by commas, with or without `#`; as the server stores them. */
export const parseTags = (typed: string) =>
  typed
    .split(',')
    .map((tag) =>
      tag
        .replace(/^[#\s]+/, '')
        .trim()
        .replace(/\s+/g, ' ')
        .toLowerCase(),
    )
    .filter(Boolean);
