-- What a person says of a file: its encoding, by name, and the pattern that its name follows; NULL where nothing is said.
-- Whoever reads the file again reads it by these. With another encoding, format and encoding may become others too.
ALTER TABLE documents ADD COLUMN said_encoding TEXT;
ALTER TABLE documents ADD COLUMN template TEXT;
