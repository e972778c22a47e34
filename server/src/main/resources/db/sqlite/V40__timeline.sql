-- The timeline of each person (docs/decisions/0024), by the time when photos were taken or else uploaded; rows that older
-- versions write have it, too.
ALTER TABLE photos ADD COLUMN taken_time INTEGER
  GENERATED ALWAYS AS (coalesce(taken_at, sort_key / 1048576)) VIRTUAL;
ALTER TABLE photos ADD COLUMN month INTEGER
  GENERATED ALWAYS AS (CAST(strftime('%Y%m', coalesce(taken_at, sort_key / 1048576) / 1000.0, 'unixepoch') AS INTEGER)) VIRTUAL;
-- Whether a photo is in month_counts.
ALTER TABLE photos ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX photos_by_taken ON photos (user_id, taken_time, sort_key, audience);
CREATE INDEX photos_uncounted ON photos (user_id) WHERE counted = 0;

CREATE TABLE month_counts (
  user_id  INTEGER NOT NULL,
  audience TEXT    NOT NULL,
  month    INTEGER NOT NULL, -- 202405
  photos   INTEGER NOT NULL,
  PRIMARY KEY (user_id, audience, month)
) STRICT, WITHOUT ROWID;
