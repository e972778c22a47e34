-- Events and notifications name what they are about; what it says is looked up when it is shown (docs/decisions/0018).
-- Devices that come back with an older event are told to read anew.
DELETE FROM events;

-- comment_id: the comment that is quoted, empty for none. gone: it was taken back, and is not told again for a day.
ALTER TABLE notifications ADD COLUMN comment_id TEXT NOT NULL DEFAULT '';
ALTER TABLE notifications ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notifications_gone ON notifications (at) WHERE gone = 1;
UPDATE notifications SET text = '' WHERE text <> '';

-- What its author's program calls a comment.
ALTER TABLE comments ADD COLUMN client_id TEXT;
CREATE UNIQUE INDEX comments_by_client ON comments (photo_id, user_id, client_id) WHERE client_id IS NOT NULL;
