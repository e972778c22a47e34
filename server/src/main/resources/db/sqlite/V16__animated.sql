-- Its original moves. What was there before is told apart when its sizes are made anew.
ALTER TABLE photo_items ADD COLUMN animated INTEGER NOT NULL DEFAULT 0;
