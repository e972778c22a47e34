-- How photos were taken (docs/decisions/0024). Rows without taken_at were taken when they were uploaded; captured says
-- whether the file was asked, which rows of older versions were not.
ALTER TABLE photos ADD COLUMN taken_at INTEGER;
ALTER TABLE photos ADD COLUMN taken_offset INTEGER;
ALTER TABLE photos ADD COLUMN taken_from TEXT;
ALTER TABLE photos ADD COLUMN captured INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo_items ADD COLUMN capture TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN share_camera INTEGER NOT NULL DEFAULT 1;
ALTER TABLE users ADD COLUMN share_place INTEGER NOT NULL DEFAULT 0;
