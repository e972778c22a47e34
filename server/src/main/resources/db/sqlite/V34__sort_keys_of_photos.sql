-- What lists are sorted by is called the same everywhere (docs/decisions/0021). Only names change.
ALTER TABLE photos RENAME COLUMN position TO sort_key;
ALTER TABLE photo_tags RENAME COLUMN position TO sort_key;
ALTER TABLE rederivation RENAME COLUMN position TO sort_key;
