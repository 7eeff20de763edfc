-- What a person writes in the report on a cluster's half year.

CREATE TABLE "half_year_report" (
  id TEXT PRIMARY KEY NOT NULL,
  "roadmap" TEXT NOT NULL REFERENCES "roadmap" DEFERRABLE INITIALLY DEFERRED,
  "half" TEXT NOT NULL,
  "feedback" TEXT,
  "made" TEXT,
  "difficulties" TEXT,
  "solutions" TEXT,
  "prospects" TEXT,
  "thanks" TEXT
) STRICT;
CREATE INDEX "half_year_report_by_roadmap" ON "half_year_report" ("roadmap");
