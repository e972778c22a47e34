-- Photos whose files or items may lie in S3 and DynamoDB while no row of photos tells of them (see UnsettledPhotos).
CREATE TABLE IF NOT EXISTS unsettled_photos (
  photo_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  since    BIGINT NOT NULL,
  KEY unsettled_photos_by_time (since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
