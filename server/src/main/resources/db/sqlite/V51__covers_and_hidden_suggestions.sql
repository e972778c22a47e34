-- A photo of one's own that stands above one's page. No foreign key: who may see the photo is looked up whenever it is shown.
ALTER TABLE users ADD COLUMN cover_photo_id TEXT;

-- People whom somebody does not want to be suggested as friends.
CREATE TABLE hidden_suggestions (
  user_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hidden_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  since     INTEGER NOT NULL,
  PRIMARY KEY (user_id, hidden_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hidden_suggestions_by_hidden ON hidden_suggestions (hidden_id);
