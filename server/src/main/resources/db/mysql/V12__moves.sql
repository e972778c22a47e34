-- From where a move brought everything here (see move/MoveNote); while it has not finished, no server starts.
CREATE TABLE IF NOT EXISTS moves (
  source      VARCHAR(1000) NOT NULL,
  started_at  BIGINT NOT NULL,
  finished_at BIGINT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
