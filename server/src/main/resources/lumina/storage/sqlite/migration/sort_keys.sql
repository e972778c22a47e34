-- Version 35 (see SortKeyColumns). sort_key(time, id) is that of id/SortKey. Lists keep the order that people saw, which
-- was that of `sequence`: where times do not tell it, what is said comes a millisecond after what was said before, and
-- likes and notifications take the next number.
CREATE TABLE comments_of_now (
  sort_key   INTEGER NOT NULL,
  comment_id TEXT    NOT NULL UNIQUE,
  photo_id   TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  text       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  client_id  TEXT,
  PRIMARY KEY (photo_id, sort_key)
) STRICT;
INSERT INTO comments_of_now
  SELECT sort_key(time, comment_id), comment_id, photo_id, user_id, text, time, client_id
  FROM (SELECT *, n + max(created_at - n) OVER (
          PARTITION BY photo_id ORDER BY sequence ROWS UNBOUNDED PRECEDING) AS time
        FROM (SELECT *, row_number() OVER (PARTITION BY photo_id ORDER BY sequence) AS n FROM comments));
DROP TABLE comments;
ALTER TABLE comments_of_now RENAME TO comments;
CREATE INDEX comments_by_user ON comments (user_id, sort_key);
CREATE UNIQUE INDEX comments_by_client ON comments (photo_id, user_id, client_id) WHERE client_id IS NOT NULL;

ALTER TABLE removed_comments ADD COLUMN sort_key INTEGER NOT NULL DEFAULT 0;
UPDATE removed_comments SET sort_key = sort_key(created_at, comment_id);

CREATE TABLE messages_of_now (
  sort_key   INTEGER NOT NULL,
  message_id TEXT    NOT NULL UNIQUE,
  smaller_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  larger_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  from_id    INTEGER NOT NULL,
  to_id      INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  photo_id   TEXT,
  client_id  TEXT,
  timestamp  INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (smaller_id, larger_id, sort_key),
  UNIQUE (from_id, to_id, client_id)
) STRICT;
INSERT INTO messages_of_now
  SELECT sort_key(time, message_id), message_id, smaller_id, larger_id, from_id, to_id, text, photo_id, client_id,
    time, deleted
  FROM (SELECT *, n + max(timestamp - n) OVER (
          PARTITION BY smaller_id, larger_id ORDER BY sequence ROWS UNBOUNDED PRECEDING) AS time
        FROM (SELECT *, row_number() OVER (PARTITION BY smaller_id, larger_id ORDER BY sequence) AS n FROM messages));

-- last_sort_key and read_sort_key: the last message of all, and of those that this side has read.
CREATE TABLE conversations_of_now (
  user_id       INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  other_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  last_sort_key INTEGER NOT NULL,
  unread        INTEGER NOT NULL DEFAULT 0,
  read_sort_key INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (user_id, other_id)
) STRICT, WITHOUT ROWID;
INSERT INTO conversations_of_now
  SELECT c.user_id, c.other_id, last.sort_key, c.unread, coalesce(been_read.sort_key, 0)
  FROM conversations c
  JOIN messages l ON l.sequence = c.last_sequence
  JOIN messages_of_now last ON last.message_id = l.message_id
  LEFT JOIN messages r ON r.sequence = c.read_sequence
  LEFT JOIN messages_of_now been_read ON been_read.message_id = r.message_id;
DROP TABLE conversations;
ALTER TABLE conversations_of_now RENAME TO conversations;
CREATE INDEX conversations_by_last ON conversations (user_id, last_sort_key);
CREATE INDEX conversations_by_other ON conversations (other_id);
DROP TABLE messages;
ALTER TABLE messages_of_now RENAME TO messages;
CREATE INDEX messages_by_larger ON messages (larger_id);

CREATE TABLE photo_likes_of_now (
  photo_id TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  liked_at INTEGER NOT NULL,
  sort_key INTEGER NOT NULL,
  PRIMARY KEY (photo_id, user_id)
) STRICT, WITHOUT ROWID;
INSERT INTO photo_likes_of_now
  SELECT photo_id, user_id, liked_at, n + max((min(liked_at, 1000 * unixepoch()) << 20) - n) OVER (
    PARTITION BY photo_id ORDER BY sequence ROWS UNBOUNDED PRECEDING)
  FROM (SELECT *, row_number() OVER (PARTITION BY photo_id ORDER BY sequence) AS n FROM photo_likes);
DROP TABLE photo_likes;
ALTER TABLE photo_likes_of_now RENAME TO photo_likes;
CREATE INDEX photo_likes_by_photo ON photo_likes (photo_id, sort_key);
CREATE INDEX photo_likes_by_user ON photo_likes (user_id, sort_key);

CREATE TABLE notifications_of_now (
  sort_key   INTEGER PRIMARY KEY,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  subject    TEXT    NOT NULL,
  actor_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  text       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  seen       INTEGER NOT NULL DEFAULT 0,
  comment_id TEXT    NOT NULL DEFAULT '',
  gone       INTEGER NOT NULL DEFAULT 0,
  UNIQUE (user_id, kind, subject, actor_id)
) STRICT;
INSERT INTO notifications_of_now
  SELECT n + max((min(at, 1000 * unixepoch()) << 20) - n) OVER (ORDER BY sequence ROWS UNBOUNDED PRECEDING),
    user_id, kind, subject, actor_id, text, at, seen, comment_id, gone
  FROM (SELECT *, row_number() OVER (ORDER BY sequence) AS n FROM notifications);
DROP TABLE notifications;
ALTER TABLE notifications_of_now RENAME TO notifications;
CREATE INDEX notifications_by_user ON notifications (user_id, sort_key);
CREATE INDEX notifications_unseen ON notifications (user_id) WHERE seen = 0;
CREATE INDEX notifications_by_subject ON notifications (subject) WHERE subject <> '';
CREATE INDEX notifications_gone ON notifications (at) WHERE gone = 1;
