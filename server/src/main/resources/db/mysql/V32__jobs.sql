-- Work that outlives the process that began it (see job/JobQueue). The names of the columns are db-scheduler's, which
-- writes here; `error` is ours: why the last run failed. What has failed for good is due in the year 9999.
CREATE TABLE IF NOT EXISTS jobs (
  task_name            VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_instance        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- an id, or 'recurring'
  task_data            TEXT,
  execution_time       BIGINT NOT NULL, -- when it is due
  picked               BOOLEAN NOT NULL, -- 1 while an instance runs it
  picked_by            VARCHAR(50),
  last_success         BIGINT,
  last_failure         BIGINT,
  consecutive_failures INT,
  last_heartbeat       BIGINT,
  version              BIGINT NOT NULL,
  error                TEXT,
  PRIMARY KEY (task_name, task_instance),
  KEY jobs_by_time (execution_time)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
