-- Each person's events are numbered by themselves; user 0 is everybody (docs/decisions/0010).
CREATE TABLE IF NOT EXISTS event_counters (
  user_id INT    NOT NULL PRIMARY KEY,
  last    BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT IGNORE INTO event_counters VALUES (0, 1);

-- once: names a deed of which a person is told at most once.
CREATE TABLE IF NOT EXISTS events (
  user_id  INT    NOT NULL,
  sequence BIGINT NOT NULL,
  type     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  data     MEDIUMTEXT NOT NULL,
  at       BIGINT NOT NULL,
  once     VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  PRIMARY KEY (user_id, sequence),
  KEY events_by_time (at),
  UNIQUE KEY events_once (user_id, once)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
