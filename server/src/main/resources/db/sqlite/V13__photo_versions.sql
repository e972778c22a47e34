-- `version` grows with each change of a photo's files or audience, and goes into the addresses of its images.
ALTER TABLE photos ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- Size of the original, again in the index: so it is quickly added up for QUOTA_MB. NULL where it was not looked up yet.
ALTER TABLE photos ADD COLUMN bytes INTEGER;
UPDATE photos SET bytes = (SELECT i.bytes FROM photo_items i WHERE i.photo_id = photos.photo_id);
CREATE INDEX photos_by_size ON photos (user_id, bytes);
