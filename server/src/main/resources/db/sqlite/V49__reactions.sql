-- A like is a reaction with an emoji. likes counts all of them, and the hearts are those that no other column counts.
ALTER TABLE photo_likes ADD COLUMN reaction TEXT NOT NULL DEFAULT '❤️';
ALTER TABLE photo_items ADD COLUMN reacted_laugh INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo_items ADD COLUMN reacted_wow INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo_items ADD COLUMN reacted_sad INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo_items ADD COLUMN reacted_clap INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo_items ADD COLUMN reacted_fire INTEGER NOT NULL DEFAULT 0;
