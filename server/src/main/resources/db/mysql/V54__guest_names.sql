-- The names that a guest had before the one in guests; as in SQLite.
CREATE TABLE IF NOT EXISTS guest_names (
  guest_id   INT NOT NULL,
  used_until BIGINT NOT NULL,
  name       VARCHAR(50) NOT NULL,
  PRIMARY KEY (guest_id, used_until),
  CONSTRAINT guest_names_guest FOREIGN KEY (guest_id) REFERENCES guests (guest_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
