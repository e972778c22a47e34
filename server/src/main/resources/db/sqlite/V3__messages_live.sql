-- What each person is told live, in order; user 0 is everyone. A socket is a cursor over this.
CREATE TABLE events (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id  INTEGER NOT NULL,
  type     TEXT    NOT NULL,
  data     TEXT    NOT NULL,
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_user ON events (user_id, sequence);

-- smaller_id and larger_id are the two people of the conversation, whoever wrote.
CREATE TABLE messages (
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
  UNIQUE (from_id, client_id)
) STRICT;
CREATE INDEX messages_by_conversation ON messages (smaller_id, larger_id, sequence);
CREATE INDEX messages_by_larger ON messages (larger_id);

-- One row for each side of a conversation. read_sequence: the last message of the other's that this side has read.
CREATE TABLE conversations (
  user_id       INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  other_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  last_sequence INTEGER NOT NULL,
  unread        INTEGER NOT NULL DEFAULT 0,
  read_sequence INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (user_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_by_last ON conversations (user_id, last_sequence);
CREATE INDEX conversations_by_other ON conversations (other_id);
