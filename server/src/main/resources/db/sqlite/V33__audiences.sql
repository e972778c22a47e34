-- Audiences to come are words that these CHECKs do not know. SQLite drops no CHECK, but lets the text of a table be
-- changed where its rows stay as they are (https://sqlite.org/lang_altertable.html#otheralter): copying a million
-- photos and all that refers to them would take long.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
  SET sql = replace(sql, ' CHECK (audience IN (''public'', ''friends'', ''private''))', '')
  WHERE type = 'table' AND name = 'photos';
UPDATE sqlite_schema
  SET sql = replace(sql, ' CHECK (default_audience IN (''public'', ''friends'', ''private''))', '')
  WHERE type = 'table' AND name = 'users';
PRAGMA writable_schema = RESET;
-- A change of a table that is no change has other connections read the schema anew.
ALTER TABLE users RENAME COLUMN default_audience TO default_audience;
