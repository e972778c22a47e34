-- Authors may be guests, who are not in users: features delete what a person wrote (account/UserStore.Removed). SQLite
-- drops no foreign key, but lets the text of a table be changed where its rows stay as they are (see version 33).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
  SET sql = replace(sql, ' REFERENCES users (id) ON DELETE CASCADE', '')
  WHERE type = 'table' AND name IN ('comments', 'removed_comments', 'photo_likes');
UPDATE sqlite_schema
  SET sql = substr(sql, 1, instr(sql, 'actor_id')) || replace(
    substr(sql, instr(sql, 'actor_id') + 1), ' REFERENCES users (id) ON DELETE CASCADE', '')
  WHERE type = 'table' AND name = 'notifications';
PRAGMA writable_schema = RESET;
-- A change of a table that is no change has other connections read the schema anew.
ALTER TABLE users RENAME COLUMN default_audience TO default_audience;
