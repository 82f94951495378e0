-- The record on disk, version 1. docs/formats/store.md tells what each table means. A file of data/schema is a step from the version before
-- it and never changes once it is released; src/database/schema.cc runs what a file lacks.

CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What many rows name, once each.
CREATE TABLE publisher (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE input (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE reason (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE engine (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  UNIQUE (version, model, model_sha256)
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  program TEXT NOT NULL,
  options TEXT NOT NULL,
  documents INTEGER NOT NULL DEFAULT 0,
  quotations INTEGER NOT NULL DEFAULT 0,
  faults INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE fault (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run,
  path TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  UNIQUE (path, code, message)
) STRICT;

-- Documents.
CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  redacted_hash BLOB,
  length INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE TABLE sighting (
  id INTEGER PRIMARY KEY,
  publisher INTEGER NOT NULL REFERENCES publisher,
  key TEXT NOT NULL,
  UNIQUE (publisher, key)
) STRICT;
CREATE INDEX sighting_key ON sighting (key);
CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  sighting INTEGER NOT NULL REFERENCES sighting,
  number INTEGER NOT NULL,
  text INTEGER NOT NULL REFERENCES text,
  engine INTEGER NOT NULL REFERENCES engine,
  run INTEGER NOT NULL REFERENCES run,
  publisher INTEGER NOT NULL REFERENCES publisher,
  day INTEGER NOT NULL,
  input INTEGER NOT NULL REFERENCES input,
  record INTEGER NOT NULL,
  url TEXT,
  title TEXT,
  author TEXT,
  published TEXT,
  published_from TEXT,
  modified TEXT,
  duplicate_of TEXT,
  notes TEXT,
  language TEXT NOT NULL,
  warc_file TEXT,
  warc_offset INTEGER,
  warc_id TEXT,
  extra TEXT,
  UNIQUE (sighting, number)
) STRICT;
CREATE INDEX version_text ON version (text);
CREATE INDEX version_publisher ON version (publisher, day);

-- Who is who across documents.
CREATE TABLE identity (id INTEGER PRIMARY KEY, type INTEGER NOT NULL, kb TEXT) STRICT;
CREATE INDEX identity_kb ON identity (kb) WHERE kb IS NOT NULL;
CREATE TABLE alias (
  identity INTEGER NOT NULL REFERENCES identity,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (identity, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_key ON alias (key);

CREATE TABLE entity (
  version INTEGER NOT NULL REFERENCES version,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  type INTEGER NOT NULL,
  kb TEXT,
  identity INTEGER REFERENCES identity,
  mentions BLOB NOT NULL,
  members BLOB,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_identity ON entity (identity, version) WHERE identity IS NOT NULL;

-- Quotations. An id is day << 24 | how many the day had before: the order of ids is that of days, so every index is newest first from its end.
CREATE TABLE day (day INTEGER PRIMARY KEY, given INTEGER NOT NULL) STRICT;
CREATE TABLE quotation (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version,
  number INTEGER NOT NULL,
  state INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  act INTEGER NOT NULL,
  negated INTEGER NOT NULL,
  speaker INTEGER,
  identity INTEGER,
  addressee INTEGER,
  addressed INTEGER,
  parent INTEGER,
  confidence INTEGER NOT NULL,
  speaker_confidence INTEGER,
  flags TEXT,
  date TEXT,
  spans BLOB NOT NULL,
  links BLOB,
  why BLOB,
  UNIQUE (version, number)
) STRICT;
CREATE INDEX quotation_identity ON quotation (identity) WHERE identity IS NOT NULL AND state < 3;
CREATE INDEX quotation_addressed ON quotation (addressed) WHERE addressed IS NOT NULL AND state < 3;
CREATE INDEX quotation_act ON quotation (act) WHERE act > 0 AND state < 3;
CREATE TABLE about (
  identity INTEGER NOT NULL REFERENCES identity,
  quotation INTEGER NOT NULL,
  PRIMARY KEY (identity, quotation)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE content USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 2");

-- What became of quotations from one version of an article to the next.
CREATE TABLE change (
  version INTEGER NOT NULL REFERENCES version,
  earlier INTEGER NOT NULL,
  later INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  PRIMARY KEY (version, earlier, later)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_later ON change (later) WHERE later > 0;
CREATE INDEX change_earlier ON change (earlier) WHERE earlier > 0;

-- Renderings of one utterance across articles; written by what finds variants.
CREATE TABLE family (id INTEGER PRIMARY KEY, first INTEGER NOT NULL) STRICT;
CREATE TABLE variant (quotation INTEGER PRIMARY KEY, family INTEGER NOT NULL REFERENCES family, class TEXT) STRICT;
CREATE INDEX variant_family ON variant (family);

-- What was forgotten, as SHA-256: kind 0 a text, 1 a publisher and key, 2 a person's name.
CREATE TABLE tombstone (hash BLOB PRIMARY KEY, kind INTEGER NOT NULL) STRICT, WITHOUT ROWID;
