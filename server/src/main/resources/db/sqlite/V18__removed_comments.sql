-- What programs called comments that are gone: the same one sent again must not come back.
CREATE TABLE removed_comments (
  photo_id   TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id  TEXT    NOT NULL,
  comment_id TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (photo_id, user_id, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_comments_by_user ON removed_comments (user_id);
