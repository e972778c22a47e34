-- How many photos each person has under each topic for each audience. Person 0 stands for everyone, with the public ones.
CREATE TABLE topic_counts (
  user_id   INTEGER NOT NULL,
  audience  TEXT    NOT NULL,
  topic_key TEXT    NOT NULL,
  photos    INTEGER NOT NULL,
  PRIMARY KEY (user_id, audience, topic_key)
) STRICT, WITHOUT ROWID;

INSERT INTO topic_counts
SELECT user_id, audience, topic_key, count(*) FROM photos WHERE topic_key <> '' GROUP BY user_id, audience, topic_key;

INSERT INTO topic_counts
SELECT 0, 'public', topic_key, count(*) FROM photos WHERE topic_key <> '' AND audience = 'public' GROUP BY topic_key;
