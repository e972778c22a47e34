-- What the application before Lumina made; where it is there already, it stays as it is until V2 and V3.
-- Every file and step in here may be repeated: MySQL cannot take back half a migration, so one that was cut off is run
-- again from its beginning. One table a file, IF NOT EXISTS; and in Java what changes tables that hold something.
CREATE TABLE IF NOT EXISTS users (
  id            INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username      VARCHAR(50)  NOT NULL UNIQUE,
  email         VARCHAR(100) NOT NULL UNIQUE,
  password_hash VARCHAR(255) NOT NULL,
  created_at    TIMESTAMP    NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS friend_requests (
  id           INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  requester_id INT,
  receiver_id  INT,
  status       ENUM ('pending', 'accepted', 'declined') DEFAULT 'pending',
  created_at   TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (requester_id) REFERENCES users (id),
  FOREIGN KEY (receiver_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
