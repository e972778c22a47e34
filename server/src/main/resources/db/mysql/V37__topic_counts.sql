-- How many photos each person has under each topic for each audience. Person 0 stands for everyone, with the public ones.
CREATE TABLE IF NOT EXISTS topic_counts (
  user_id   INT NOT NULL,
  audience  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  topic_key VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  photos    INT NOT NULL,
  PRIMARY KEY (user_id, audience, topic_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

REPLACE INTO topic_counts
SELECT user_id, audience, topic_key, count(*) FROM photos WHERE topic_key <> '' GROUP BY user_id, audience, topic_key;

REPLACE INTO topic_counts
SELECT 0, 'public', topic_key, count(*) FROM photos WHERE topic_key <> '' AND audience = 'public' GROUP BY topic_key;
