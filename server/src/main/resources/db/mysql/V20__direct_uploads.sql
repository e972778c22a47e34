-- Files that browsers send straight to S3, from the moment they may until a day later (see DirectUploads).
CREATE TABLE IF NOT EXISTS direct_uploads (
  id           CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  user_id      INT NOT NULL,
  s3_upload_id VARCHAR(1024) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size         BIGINT NOT NULL,
  photo_id     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, -- what came of it
  claimed_at   BIGINT NOT NULL, -- since when it is made a photo; 0 when nobody does
  created_at   BIGINT NOT NULL,
  KEY direct_uploads_by_time (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
