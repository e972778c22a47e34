-- The SHA-256 of each original, by which people find what they have already (docs/decisions/0032). NULL until the file was
-- read, which versions before this one do not do.
ALTER TABLE photos ADD COLUMN checksum TEXT;
CREATE INDEX photos_by_checksum ON photos (user_id, checksum);
