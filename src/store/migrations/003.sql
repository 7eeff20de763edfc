-- Roadmaps: the plans of school years, what is due, and the calendar they stand on.

CREATE TABLE "roadmap" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "cluster" TEXT NOT NULL REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "school_year" INTEGER NOT NULL,
  "goal" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "roadmap_by_cluster" ON "roadmap" ("cluster");
CREATE INDEX "roadmap_by_school_year" ON "roadmap" ("school_year");

CREATE TABLE "section" (
  id TEXT PRIMARY KEY NOT NULL,
  "roadmap" TEXT NOT NULL REFERENCES "roadmap" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL
) STRICT;
CREATE INDEX "section_by_roadmap" ON "section" ("roadmap");

CREATE TABLE "revision" (
  id TEXT PRIMARY KEY NOT NULL,
  "roadmap" TEXT NOT NULL REFERENCES "roadmap" DEFERRABLE INITIALLY DEFERRED,
  "number" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "approved_by" TEXT,
  "approved_on" TEXT,
  "from" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "revision_by_roadmap" ON "revision" ("roadmap");

CREATE TABLE "revision_line" (
  id TEXT PRIMARY KEY NOT NULL,
  "revision" TEXT NOT NULL REFERENCES "revision" DEFERRABLE INITIALLY DEFERRED,
  "event" TEXT REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "section" TEXT,
  "number" TEXT,
  "name" TEXT NOT NULL,
  "dates" TEXT NOT NULL,
  "audience" TEXT,
  "result" TEXT
) STRICT;
CREATE INDEX "revision_line_by_revision" ON "revision_line" ("revision");
CREATE INDEX "revision_line_by_event" ON "revision_line" ("event");

CREATE TABLE "approval" (
  id TEXT PRIMARY KEY NOT NULL,
  "revision" TEXT NOT NULL REFERENCES "revision" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "decision" TEXT,
  "decided_on" TEXT,
  "remark" TEXT
) STRICT;
CREATE INDEX "approval_by_revision" ON "approval" ("revision");
CREATE INDEX "approval_by_organisation" ON "approval" ("organisation");
CREATE INDEX "approval_by_person" ON "approval" ("person");

CREATE TABLE "event" (
  id TEXT PRIMARY KEY NOT NULL,
  "roadmap" TEXT NOT NULL REFERENCES "roadmap" DEFERRABLE INITIALLY DEFERRED,
  "section" TEXT REFERENCES "section" DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT,
  "name" TEXT NOT NULL,
  "dates" TEXT NOT NULL,
  "start_time" TEXT,
  "end_time" TEXT,
  "kind" TEXT NOT NULL,
  "goal" TEXT,
  "summary" TEXT,
  "audience" TEXT,
  "participants" TEXT,
  "result" TEXT,
  "place" TEXT,
  "host" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "responsible" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "expected_number" INTEGER,
  "registration_link" TEXT,
  "state" TEXT NOT NULL,
  "held_on" TEXT,
  "attended" INTEGER,
  "feedback" TEXT,
  "outcome" TEXT,
  "links" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "event_by_roadmap" ON "event" ("roadmap");
CREATE INDEX "event_by_section" ON "event" ("section");
CREATE INDEX "event_by_host" ON "event" ("host");
CREATE INDEX "event_by_responsible" ON "event" ("responsible");

CREATE TABLE "event_part" (
  id TEXT PRIMARY KEY NOT NULL,
  "event" TEXT NOT NULL REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "part" TEXT NOT NULL,
  "took_part" TEXT,
  "attended" INTEGER
) STRICT;
CREATE INDEX "event_part_by_event" ON "event_part" ("event");
CREATE INDEX "event_part_by_organisation" ON "event_part" ("organisation");

CREATE TABLE "event_award" (
  id TEXT PRIMARY KEY NOT NULL,
  "event" TEXT NOT NULL REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "award" TEXT NOT NULL,
  "note" TEXT
) STRICT;
CREATE INDEX "event_award_by_event" ON "event_award" ("event");
CREATE INDEX "event_award_by_organisation" ON "event_award" ("organisation");
CREATE INDEX "event_award_by_person" ON "event_award" ("person");

CREATE TABLE "event_move" (
  id TEXT PRIMARY KEY NOT NULL,
  "event" TEXT NOT NULL REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "moved_on" TEXT NOT NULL,
  "from_dates" TEXT,
  "to_dates" TEXT,
  "reason" TEXT NOT NULL,
  "remark" TEXT,
  "agreed_by" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "event_move_by_event" ON "event_move" ("event");
CREATE INDEX "event_move_by_agreed_by" ON "event_move" ("agreed_by");

CREATE TABLE "sending" (
  id TEXT PRIMARY KEY NOT NULL,
  "event" TEXT REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "roadmap" TEXT REFERENCES "roadmap" DEFERRABLE INITIALLY DEFERRED,
  "duty" TEXT NOT NULL,
  "ordinal" INTEGER,
  "sent_on" TEXT NOT NULL,
  "channel" TEXT REFERENCES "channel" DEFERRABLE INITIALLY DEFERRED,
  "link" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "sending_by_event" ON "sending" ("event");
CREATE INDEX "sending_by_roadmap" ON "sending" ("roadmap");
CREATE INDEX "sending_by_channel" ON "sending" ("channel");

CREATE TABLE "channel" (
  id TEXT PRIMARY KEY NOT NULL,
  "cluster" TEXT NOT NULL REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "link" TEXT,
  "ordinal" INTEGER
) STRICT;
CREATE INDEX "channel_by_cluster" ON "channel" ("cluster");

CREATE TABLE "calendar_day" (
  id TEXT PRIMARY KEY NOT NULL,
  "day" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT,
  "source" TEXT,
  "state" TEXT NOT NULL
) STRICT;
CREATE INDEX "calendar_day_by_day" ON "calendar_day" ("day");

CREATE TABLE "calendar_term" (
  id TEXT PRIMARY KEY NOT NULL,
  "school_year" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "number" INTEGER,
  "name" TEXT,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "source" TEXT,
  "state" TEXT NOT NULL
) STRICT;
CREATE INDEX "calendar_term_by_school_year" ON "calendar_term" ("school_year");

CREATE TABLE "obligation_rule" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "event_kind" TEXT,
  "duty" TEXT NOT NULL,
  "base" TEXT NOT NULL,
  "first_day" TEXT NOT NULL,
  "last_day" TEXT NOT NULL,
  "lead" INTEGER,
  "off" TEXT
) STRICT;

CREATE TABLE "conflict_note" (
  id TEXT PRIMARY KEY NOT NULL,
  "event" TEXT NOT NULL REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "other" TEXT REFERENCES "event" DEFERRABLE INITIALLY DEFERRED,
  "conflict" TEXT NOT NULL,
  "note" TEXT NOT NULL
) STRICT;
CREATE INDEX "conflict_note_by_event" ON "conflict_note" ("event");
CREATE INDEX "conflict_note_by_other" ON "conflict_note" ("other");
