-- What the file of a photo was called, so that a download is called the same.
ALTER TABLE photos ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
