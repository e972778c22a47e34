-- subject is the photo's id, or empty; one row for each person who did it.
CREATE TABLE IF NOT EXISTS notifications (
  sequence BIGINT  NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id  INT     NOT NULL,
  kind     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  actor_id INT     NOT NULL,
  text     VARCHAR(200) NOT NULL,
  at       BIGINT  NOT NULL,
  seen     BOOLEAN NOT NULL DEFAULT FALSE,
  UNIQUE KEY notifications_once (user_id, kind, subject, actor_id),
  KEY notifications_by_user (user_id, sequence),
  KEY notifications_unseen (user_id, seen),
  KEY notifications_by_subject (subject),
  KEY notifications_by_actor (actor_id),
  CONSTRAINT notifications_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT notifications_actor FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
