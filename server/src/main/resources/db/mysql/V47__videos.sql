-- The moving part of a photo; as in SQLite. One statement, which MySQL does whole or not at all.
ALTER TABLE photos
  ADD COLUMN duration_ms BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN playback VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD KEY photos_to_transcode (playback, sort_key);
