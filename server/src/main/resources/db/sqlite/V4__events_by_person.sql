-- Each person's events are numbered by themselves (docs/decisions/0010). Numbers of before do not reach into the new
-- log, so devices that come back with one are told to read anew.
DROP TABLE events;
CREATE TABLE event_counters (
  user_id INTEGER PRIMARY KEY,
  last    INTEGER NOT NULL
) STRICT;
INSERT INTO event_counters VALUES (0, 1);

-- once: names a deed of which a person is told at most once.
CREATE TABLE events (
  user_id  INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  type     TEXT    NOT NULL,
  data     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  once     TEXT,
  PRIMARY KEY (user_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_time ON events (at);
CREATE UNIQUE INDEX events_once ON events (user_id, once);
