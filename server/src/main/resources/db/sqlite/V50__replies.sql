-- What a comment or a message replies to, which may be deleted by now; and the emoji of the two people of a message.
ALTER TABLE comments ADD COLUMN reply_to TEXT;
ALTER TABLE messages ADD COLUMN reply_to TEXT;
ALTER TABLE messages ADD COLUMN from_reaction TEXT;
ALTER TABLE messages ADD COLUMN to_reaction TEXT;
