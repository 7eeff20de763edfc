-- A signature made elsewhere is kept like a file of an application: of a revision, an approval or the order of a contest.
-- The table is made anew, since a file need not be of an application any more; its chunks refer to it by its name all the while.

CREATE TABLE "appendix_before" AS SELECT * FROM "appendix";
DROP TABLE "appendix";

CREATE TABLE "appendix" (
  id TEXT PRIMARY KEY NOT NULL,
  "application" TEXT REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "field" TEXT REFERENCES "contest_field" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "sha256" TEXT,
  "kibibytes" INTEGER,
  "link" TEXT,
  "note" TEXT,
  "revision" TEXT REFERENCES "revision" DEFERRABLE INITIALLY DEFERRED,
  "approval" TEXT REFERENCES "approval" DEFERRABLE INITIALLY DEFERRED,
  "contest" TEXT REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "attached_on" TEXT
) STRICT;
CREATE INDEX "appendix_by_application" ON "appendix" ("application");
CREATE INDEX "appendix_by_field" ON "appendix" ("field");
CREATE INDEX "appendix_by_revision" ON "appendix" ("revision");
CREATE INDEX "appendix_by_approval" ON "appendix" ("approval");
CREATE INDEX "appendix_by_contest" ON "appendix" ("contest");

INSERT INTO "appendix" ("id", "application", "field", "name", "sha256", "kibibytes", "link", "note")
  SELECT "id", "application", "field", "name", "sha256", "kibibytes", "link", "note" FROM "appendix_before";
DROP TABLE "appendix_before";
