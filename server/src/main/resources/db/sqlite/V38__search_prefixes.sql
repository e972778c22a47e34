-- The beginning of a word of up to eight letters is an entry of its own: a search walks it from its newest photo and stops when
-- the page is full, instead of first gathering the photos of all words that begin so. The server writes all entries anew.
DROP TABLE photo_search;

CREATE VIRTUAL TABLE photo_search USING fts5 (
  words,
  content = '', contentless_delete = 1,
  tokenize = "ascii tokenchars '_'",
  prefix = '1 2 3 4 5 6 7 8'
);
