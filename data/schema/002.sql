-- Version 2: what people decided about who is who, kept apart from what the rules found, so that reading documents again leaves it.

CREATE TABLE merge (
  identity INTEGER PRIMARY KEY REFERENCES identity,
  into_identity INTEGER NOT NULL REFERENCES identity
) STRICT;
CREATE INDEX merge_into ON merge (into_identity);

-- Of `identity`, what has this name, or stands in this article, is `own` instead. One of name and sighting is set.
CREATE TABLE split (
  id INTEGER PRIMARY KEY,
  identity INTEGER NOT NULL REFERENCES identity,
  name TEXT,
  sighting INTEGER REFERENCES sighting,
  own INTEGER NOT NULL REFERENCES identity
) STRICT;
CREATE INDEX split_identity ON split (identity);
CREATE INDEX split_sighting ON split (sighting);
CREATE INDEX split_own ON split (own);
