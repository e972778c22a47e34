-- As in MySQL, where it tells instances of changes (docs/decisions/0017). Here there is one, and nothing counts it up.
ALTER TABLE photos ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
