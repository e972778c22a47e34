-- Events and notifications name what they are about; what it says is looked up when it is shown (docs/decisions/0018).
-- Devices that come back with an older event are told to read anew.
DELETE FROM events;
UPDATE notifications SET text = '' WHERE text <> '';
