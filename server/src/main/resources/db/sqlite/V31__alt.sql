-- What is seen on a photo, for people who cannot see it. From 31 on, both databases number their migrations alike.
ALTER TABLE photo_items ADD COLUMN alt TEXT NOT NULL DEFAULT '';
