-- Home shows what was posted, not what was imported, and walks the index of that.
ALTER TABLE photos ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
CREATE INDEX photos_posted ON photos (user_id, imported, sort_key, audience, trashed_at);
