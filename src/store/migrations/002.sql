-- Where people put the nodes of diagrams, the steps of presentations, and the last layout of each picture.

CREATE TABLE "place" (
  id TEXT PRIMARY KEY NOT NULL,
  "picture" TEXT NOT NULL,
  "cluster" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "node" TEXT NOT NULL,
  "x" TEXT NOT NULL,
  "y" TEXT NOT NULL,
  "pinned" TEXT
) STRICT;
CREATE INDEX "place_by_cluster" ON "place" ("cluster");
CREATE INDEX "place_by_node" ON "place" ("node");

CREATE TABLE "slide" (
  id TEXT PRIMARY KEY NOT NULL,
  "cluster" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "group" TEXT REFERENCES "group" DEFERRABLE INITIALLY DEFERRED,
  "part" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "district" TEXT,
  "caption" TEXT,
  "note" TEXT,
  "ordinal" INTEGER NOT NULL,
  "hidden" TEXT,
  "lines" TEXT,
  "day" TEXT,
  "area" TEXT,
  "chosen" TEXT
) STRICT;
CREATE INDEX "slide_by_cluster" ON "slide" ("cluster");
CREATE INDEX "slide_by_group" ON "slide" ("group");
CREATE INDEX "slide_by_part" ON "slide" ("part");

-- Not part of the history: it can be made again. "zone" is the group a node stood in; the numbers are points.
CREATE TABLE layout (
  picture TEXT NOT NULL,
  node TEXT NOT NULL,
  zone TEXT,
  x REAL NOT NULL,
  y REAL NOT NULL,
  PRIMARY KEY (picture, node)
) STRICT, WITHOUT ROWID;
