-- catalogue: SHA-256, hex, of the catalogue that the figures were read by; empty for figures older than this column.
ALTER TABLE reports ADD COLUMN catalogue TEXT NOT NULL DEFAULT '';
