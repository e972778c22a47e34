-- Search words are written as tokens, the same as in MySQL; the server writes those of all photos and people anew.
DROP TABLE photo_search;

CREATE VIRTUAL TABLE photo_search USING fts5 (
  words,
  content = '', contentless_delete = 1,
  tokenize = "ascii tokenchars '_'",
  prefix = '2 3'
);

CREATE TABLE person_words (
  word    TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  PRIMARY KEY (word, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_words_by_person ON person_words (user_id);
