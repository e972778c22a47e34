-- Audiences to come have longer words. No row is rewritten: a length of up to 255 bytes takes one byte as before.
ALTER TABLE photos MODIFY audience VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
ALTER TABLE users MODIFY default_audience VARCHAR(20) NOT NULL DEFAULT 'public';
