-- A photo in the trash is private, so that versions which do not know the trash show it to its owner alone.
-- trashed_from is its audience before. Lists filter by trashed_at, so the indexes that lists walk contain it.
ALTER TABLE photos ADD COLUMN trashed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photos ADD COLUMN trashed_from TEXT NOT NULL DEFAULT '';
CREATE INDEX photos_of_user ON photos (user_id, sort_key, audience, trashed_at);
CREATE INDEX photos_under_topic ON photos (topic_key, sort_key, audience, user_id, trashed_at);
DROP INDEX photos_by_user;
DROP INDEX photos_by_topic;
CREATE INDEX photos_in_trash ON photos (user_id, trashed_at, sort_key) WHERE trashed_at > 0;
