-- The public presentation of a contest: who speaks when and for how long, and how the commission votes.

CREATE TABLE "speech" (
  id TEXT PRIMARY KEY NOT NULL,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "speaker" TEXT,
  "held_on" TEXT,
  "votes_for" INTEGER,
  "votes_against" INTEGER,
  "abstained" INTEGER,
  "note" TEXT
) STRICT;
CREATE INDEX "speech_by_application" ON "speech" ("application");

ALTER TABLE "contest" ADD COLUMN "speech_minutes" INTEGER;
ALTER TABLE "contest" ADD COLUMN "question_minutes" INTEGER;
ALTER TABLE "contest_expert" ADD COLUMN "commission" TEXT;
