-- Lists follow sequence, live events and other ends follow times: from now on both say the same, as in the cloud. Where
-- two had the same time, or a clock went back, each is a millisecond after the one before.
UPDATE comments SET created_at = apart.time
FROM (SELECT sequence, n + max(created_at - n) OVER (
        PARTITION BY photo_id ORDER BY sequence ROWS UNBOUNDED PRECEDING) AS time
      FROM (SELECT *, row_number() OVER (PARTITION BY photo_id ORDER BY sequence) AS n FROM comments)) AS apart
WHERE apart.sequence = comments.sequence AND apart.time <> comments.created_at;

-- What a sender's program calls a message tells it from others to the same person.
CREATE TABLE messages_of_now (
  sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
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
  UNIQUE (from_id, to_id, client_id)
) STRICT;
INSERT INTO messages_of_now
  SELECT sequence, message_id, smaller_id, larger_id, from_id, to_id, text, photo_id, client_id,
    n + max(timestamp - n) OVER (
      PARTITION BY smaller_id, larger_id ORDER BY sequence ROWS UNBOUNDED PRECEDING),
    deleted
  FROM (SELECT *, row_number() OVER (PARTITION BY smaller_id, larger_id ORDER BY sequence) AS n FROM messages);
DROP TABLE messages;
ALTER TABLE messages_of_now RENAME TO messages;
CREATE INDEX messages_by_conversation ON messages (smaller_id, larger_id, sequence);
CREATE INDEX messages_by_larger ON messages (larger_id);

-- What was taken back is not unread.
UPDATE conversations SET unread = (
  SELECT count(*) FROM messages m
  WHERE m.smaller_id = min(user_id, other_id) AND m.larger_id = max(user_id, other_id)
    AND m.sequence > read_sequence AND m.from_id = other_id AND m.deleted = 0)
WHERE unread > 0;
