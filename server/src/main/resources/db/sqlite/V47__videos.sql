-- The moving part of a photo: how long it is, and whether browsers can play it yet (media/Playback).
ALTER TABLE photos ADD COLUMN duration_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photos ADD COLUMN playback TEXT NOT NULL DEFAULT '';
CREATE INDEX photos_to_transcode ON photos (sort_key) WHERE playback = 'processing';
