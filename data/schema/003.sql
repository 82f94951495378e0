-- Version 3: renderings of one utterance are joined. Nothing wrote the tables of version 1.

DROP TABLE variant;
DROP TABLE family;
CREATE TABLE family (
  id INTEGER PRIMARY KEY,
  head INTEGER NOT NULL,
  first INTEGER NOT NULL,
  publishers INTEGER NOT NULL,
  exact INTEGER NOT NULL,
  members INTEGER NOT NULL
) STRICT;
CREATE INDEX family_members ON family (members);
CREATE TABLE variant (
  quotation INTEGER PRIMARY KEY REFERENCES quotation,
  family INTEGER NOT NULL REFERENCES family,
  severity INTEGER NOT NULL,
  classes INTEGER NOT NULL
) STRICT;
CREATE INDEX variant_family ON variant (family);

-- Quotations that no join has looked at since they came or changed; where they are many, the state families_due stands for all.
CREATE TABLE loose (quotation INTEGER PRIMARY KEY) STRICT;
INSERT INTO state (name, value) SELECT 'families_due', 1 WHERE EXISTS (SELECT 1 FROM quotation);

-- People are found by surname too, organisations by their names without the first word.
CREATE INDEX alias_rest ON alias (substr(key, instr(key, ' ') + 1));

-- A transaction's words make one segment of the index (bytes of memory; 1 MB made dozens, which were merged again and again).
INSERT INTO content (content, rank) VALUES ('hashsize', 33554432);
