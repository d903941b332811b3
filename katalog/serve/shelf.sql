-- The index of a folder of catalogues. What is in it stands in the catalogues too: it may be deleted at any time.
CREATE TABLE IF NOT EXISTS catalogue (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  problem TEXT,
  slug TEXT, file TEXT, sha256 TEXT, content_hash TEXT,
  jenis TEXT, nomor TEXT, tahun INTEGER, tentang TEXT, instansi TEXT, tanggal TEXT,
  kinds TEXT, blocks INTEGER, rows INTEGER, errors INTEGER, warnings INTEGER, infos INTEGER
);
CREATE INDEX IF NOT EXISTS catalogue_content ON catalogue (content_hash);
CREATE INDEX IF NOT EXISTS catalogue_instansi ON catalogue (instansi);
CREATE TABLE IF NOT EXISTS ancestor (
  catalogue INTEGER NOT NULL REFERENCES catalogue ON DELETE CASCADE,
  content_hash TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS ancestor_content ON ancestor (content_hash);
CREATE INDEX IF NOT EXISTS ancestor_catalogue ON ancestor (catalogue);
CREATE TABLE IF NOT EXISTS passage (
  id INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue ON DELETE CASCADE,
  path TEXT NOT NULL, part TEXT NOT NULL, block INTEGER, number INTEGER, page INTEGER,
  kind TEXT, unit TEXT, jabatan TEXT, title TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passage_catalogue ON passage (catalogue, id);
CREATE INDEX IF NOT EXISTS passage_unit ON passage (unit);
CREATE TABLE IF NOT EXISTS remark (
  passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
  code TEXT NOT NULL, severity TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS remark_passage ON remark (passage);
CREATE INDEX IF NOT EXISTS remark_code ON remark (code);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TRIGGER IF NOT EXISTS passage_gone AFTER DELETE ON passage BEGIN DELETE FROM words WHERE rowid = old.id; END;
-- the contents that a file had before it was built again: those that ids were carried over from may name them
CREATE TABLE IF NOT EXISTS former (content_hash TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (content_hash, key));
CREATE VIEW IF NOT EXISTS known AS
  SELECT content_hash, id FROM catalogue
  UNION SELECT former.content_hash, catalogue.id FROM former JOIN catalogue USING (key);
CREATE TABLE IF NOT EXISTS digest (path TEXT PRIMARY KEY, state TEXT NOT NULL, sha256 TEXT NOT NULL);
