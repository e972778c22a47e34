-- Grows with every change of what DynamoDB says about the photo, so that instances know when what they have read is old.
ALTER TABLE photos ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
