-- Both directions of every friendship, so that each question about one is a look-up.
CREATE TABLE IF NOT EXISTS friendships (
  user_id   INT    NOT NULL,
  friend_id INT    NOT NULL,
  since     BIGINT NOT NULL,
  PRIMARY KEY (user_id, friend_id),
  KEY friendships_by_friend (friend_id),
  CONSTRAINT friendships_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT friendships_friend FOREIGN KEY (friend_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT IGNORE INTO friendships (user_id, friend_id, since)
SELECT requester_id, receiver_id, created_at FROM friend_requests WHERE status = 'accepted';

INSERT IGNORE INTO friendships (user_id, friend_id, since)
SELECT receiver_id, requester_id, created_at FROM friend_requests WHERE status = 'accepted';
