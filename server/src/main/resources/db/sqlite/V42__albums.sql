-- Albums (docs/decisions/0025). Audience and contribute are words, of which a newer version may write others. Positions
-- ascend; numbering counts how often they were changed for all photos of an album, so that cursors notice it.
CREATE TABLE albums (
  album_id    TEXT    PRIMARY KEY,
  user_id     INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title       TEXT    NOT NULL,
  description TEXT    NOT NULL,
  audience    TEXT    NOT NULL,
  contribute  TEXT    NOT NULL,
  cover       TEXT, -- the id of a photo
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  numbering   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX albums_of_user ON albums (user_id, album_id);

-- Only the owner of a photo adds it.
CREATE TABLE album_photos (
  album_id TEXT    NOT NULL REFERENCES albums (album_id) ON DELETE CASCADE,
  photo_id TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (album_id, photo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_photos_in_order ON album_photos (album_id, position);
CREATE INDEX album_photos_of_photo ON album_photos (photo_id, album_id);
CREATE INDEX album_photos_of_user ON album_photos (user_id, album_id);
CREATE INDEX album_photos_by_time ON album_photos (album_id, added_at);

CREATE TABLE album_members (
  album_id  TEXT    NOT NULL REFERENCES albums (album_id) ON DELETE CASCADE,
  user_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (album_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_members_of_user ON album_members (user_id, album_id);
