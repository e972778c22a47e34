ALTER TABLE users ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN bio TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN default_audience TEXT NOT NULL DEFAULT 'public'
  CHECK (default_audience IN ('public', 'friends', 'private'));
-- Which picture of theirs is shown; null when there is none. A new picture has a new version.
ALTER TABLE users ADD COLUMN picture TEXT;
-- The position of the newest photo that they have seen at Home.
ALTER TABLE users ADD COLUMN feed_seen INTEGER NOT NULL DEFAULT 0;

CREATE TABLE blocks (
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  blocked_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  since      INTEGER NOT NULL,
  PRIMARY KEY (user_id, blocked_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_by_blocked ON blocks (blocked_id, user_id);

CREATE INDEX photo_likes_by_user ON photo_likes (user_id);
CREATE INDEX comments_by_user ON comments (user_id);
CREATE INDEX friend_requests_by_requester ON friend_requests (requester_id, status);

-- subject is the photo's id, or empty; one row for each person who did it.
CREATE TABLE notifications (
  sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind      TEXT    NOT NULL,
  subject   TEXT    NOT NULL,
  actor_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  text      TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  seen      INTEGER NOT NULL DEFAULT 0,
  UNIQUE (user_id, kind, subject, actor_id)
) STRICT;
CREATE INDEX notifications_by_user ON notifications (user_id, sequence);
CREATE INDEX notifications_unseen ON notifications (user_id) WHERE seen = 0;
CREATE INDEX notifications_by_subject ON notifications (subject) WHERE subject <> '';
