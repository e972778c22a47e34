-- Who may see a photo because a message of its owner shows it to them, as long as that message exists.
CREATE TABLE photo_readers (
  message_id TEXT    PRIMARY KEY,
  photo_id   TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_readers_of_photo ON photo_readers (photo_id, user_id);
CREATE INDEX photo_readers_of_user ON photo_readers (user_id);
