-- Work that outlives the process that began it (see job/JobQueue). The names of the columns are db-scheduler's, which
-- writes here; `error` is ours: why the last run failed. What has failed for good is due in the year 9999.
CREATE TABLE jobs (
  task_name            TEXT    NOT NULL,
  task_instance        TEXT    NOT NULL, -- an id, or 'recurring'
  task_data            TEXT,
  execution_time       INTEGER NOT NULL, -- when it is due
  picked               INTEGER NOT NULL, -- 1 while an instance runs it
  picked_by            TEXT,
  last_success         INTEGER,
  last_failure         INTEGER,
  consecutive_failures INTEGER,
  last_heartbeat       INTEGER,
  version              INTEGER NOT NULL,
  error                TEXT,
  PRIMARY KEY (task_name, task_instance)
) STRICT, WITHOUT ROWID;

CREATE INDEX jobs_by_time ON jobs (execution_time);
