-- What is said about a photo lies apart from the index that says who may see it (docs/decisions/0009).
CREATE TABLE photo_items (
  photo_id      TEXT    PRIMARY KEY,
  caption       TEXT    NOT NULL,
  tags          TEXT    NOT NULL,
  likes         INTEGER NOT NULL DEFAULT 0,
  comment_count INTEGER NOT NULL DEFAULT 0,
  bytes         INTEGER NOT NULL,
  width         INTEGER NOT NULL,
  height        INTEGER NOT NULL,
  placeholder   TEXT    NOT NULL,
  damaged       INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO photo_items
  SELECT photo_id, caption, tags, likes, comment_count, bytes, width, height, placeholder, damaged FROM photos;
ALTER TABLE photos DROP COLUMN caption;
ALTER TABLE photos DROP COLUMN tags;
ALTER TABLE photos DROP COLUMN likes;
ALTER TABLE photos DROP COLUMN comment_count;
ALTER TABLE photos DROP COLUMN created_at;
ALTER TABLE photos DROP COLUMN bytes;
ALTER TABLE photos DROP COLUMN width;
ALTER TABLE photos DROP COLUMN height;
ALTER TABLE photos DROP COLUMN placeholder;
ALTER TABLE photos DROP COLUMN damaged;
