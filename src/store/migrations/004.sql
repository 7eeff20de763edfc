-- Contests: their templates, applications, reviews, experts and marks.

CREATE TABLE "contest" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "form_title" TEXT,
  "template" TEXT,
  "copied_from" TEXT REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "centre" TEXT REFERENCES "centre" DEFERRABLE INITIALLY DEFERRED,
  "school_year" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "status_kind" TEXT,
  "status_from" TEXT,
  "status_to" TEXT,
  "goal" TEXT,
  "email" TEXT,
  "places" INTEGER,
  "pass_mark" TEXT,
  "experts" INTEGER,
  "formula" TEXT,
  "trimmed" INTEGER,
  "rounding" TEXT,
  "product_digits" INTEGER,
  "sheet_digits" INTEGER,
  "total_digits" INTEGER,
  "divergence" TEXT,
  "divergence_limit" TEXT,
  "third" TEXT,
  "seed" INTEGER,
  "frozen_on" TEXT,
  "order_number" TEXT,
  "order_date" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "contest_by_copied_from" ON "contest" ("copied_from");
CREATE INDEX "contest_by_centre" ON "contest" ("centre");

CREATE TABLE "contest_stage" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "dates" TEXT,
  "from" TEXT,
  "to" TEXT,
  "grace" INTEGER,
  "goal" TEXT
) STRICT;
CREATE INDEX "contest_stage_by_contest" ON "contest_stage" ("contest");

CREATE TABLE "contest_section" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "help" TEXT
) STRICT;
CREATE INDEX "contest_section_by_contest" ON "contest_section" ("contest");

CREATE TABLE "contest_field" (
  id TEXT PRIMARY KEY NOT NULL,
  "section" TEXT NOT NULL REFERENCES "contest_section" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "required" TEXT,
  "most_words" INTEGER,
  "least" TEXT,
  "most" TEXT,
  "options" TEXT,
  "groups" TEXT,
  "numbered" TEXT,
  "rows" INTEGER,
  "source" TEXT,
  "help" TEXT
) STRICT;
CREATE INDEX "contest_field_by_section" ON "contest_field" ("section");

CREATE TABLE "checklist_item" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "field" TEXT REFERENCES "contest_field" DEFERRABLE INITIALLY DEFERRED,
  "help" TEXT
) STRICT;
CREATE INDEX "checklist_item_by_contest" ON "checklist_item" ("contest");
CREATE INDEX "checklist_item_by_field" ON "checklist_item" ("field");

CREATE TABLE "contest_criterion" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "help" TEXT,
  "weight" TEXT NOT NULL,
  "least" TEXT NOT NULL,
  "most" TEXT NOT NULL,
  "step" TEXT,
  "independent" TEXT,
  "comment_below" TEXT,
  "comment_above" TEXT
) STRICT;
CREATE INDEX "contest_criterion_by_contest" ON "contest_criterion" ("contest");

CREATE TABLE "criterion_level" (
  id TEXT PRIMARY KEY NOT NULL,
  "criterion" TEXT NOT NULL REFERENCES "contest_criterion" DEFERRABLE INITIALLY DEFERRED,
  "mark" TEXT NOT NULL,
  "description" TEXT NOT NULL
) STRICT;
CREATE INDEX "criterion_level_by_criterion" ON "criterion_level" ("criterion");

CREATE TABLE "tie_step" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "criterion" TEXT REFERENCES "contest_criterion" DEFERRABLE INITIALLY DEFERRED,
  "limit" TEXT
) STRICT;
CREATE INDEX "tie_step_by_contest" ON "tie_step" ("contest");
CREATE INDEX "tie_step_by_criterion" ON "tie_step" ("criterion");

CREATE TABLE "contest_expert" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT NOT NULL REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "second_job" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "quota" INTEGER,
  "competence" TEXT,
  "left_on" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "contest_expert_by_contest" ON "contest_expert" ("contest");
CREATE INDEX "contest_expert_by_person" ON "contest_expert" ("person");
CREATE INDEX "contest_expert_by_organisation" ON "contest_expert" ("organisation");
CREATE INDEX "contest_expert_by_second_job" ON "contest_expert" ("second_job");

CREATE TABLE "application" (
  id TEXT PRIMARY KEY NOT NULL,
  "contest" TEXT NOT NULL REFERENCES "contest" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "number" INTEGER,
  "state" TEXT NOT NULL,
  "submitted_on" TEXT,
  "submitted_time" TEXT,
  "late" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "application_by_contest" ON "application" ("contest");
CREATE INDEX "application_by_organisation" ON "application" ("organisation");

CREATE TABLE "application_answer" (
  id TEXT PRIMARY KEY NOT NULL,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "field" TEXT NOT NULL REFERENCES "contest_field" DEFERRABLE INITIALLY DEFERRED,
  "part" INTEGER,
  "row" INTEGER,
  "column" INTEGER,
  "value" TEXT NOT NULL
) STRICT;
CREATE INDEX "application_answer_by_application" ON "application_answer" ("application");
CREATE INDEX "application_answer_by_field" ON "application_answer" ("field");

CREATE TABLE "appendix" (
  id TEXT PRIMARY KEY NOT NULL,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "field" TEXT REFERENCES "contest_field" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "sha256" TEXT,
  "kibibytes" INTEGER,
  "link" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "appendix_by_application" ON "appendix" ("application");
CREATE INDEX "appendix_by_field" ON "appendix" ("field");

CREATE TABLE "appendix_chunk" (
  id TEXT PRIMARY KEY NOT NULL,
  "appendix" TEXT NOT NULL REFERENCES "appendix" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "data" TEXT NOT NULL
) STRICT;
CREATE INDEX "appendix_chunk_by_appendix" ON "appendix_chunk" ("appendix");

CREATE TABLE "technical_review" (
  id TEXT PRIMARY KEY NOT NULL,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER NOT NULL,
  "result" TEXT NOT NULL,
  "reason" TEXT,
  "until" TEXT,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "reviewed_on" TEXT NOT NULL
) STRICT;
CREATE INDEX "technical_review_by_application" ON "technical_review" ("application");
CREATE INDEX "technical_review_by_person" ON "technical_review" ("person");

CREATE TABLE "technical_check" (
  id TEXT PRIMARY KEY NOT NULL,
  "review" TEXT NOT NULL REFERENCES "technical_review" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT NOT NULL REFERENCES "checklist_item" DEFERRABLE INITIALLY DEFERRED,
  "passed" TEXT NOT NULL,
  "note" TEXT
) STRICT;
CREATE INDEX "technical_check_by_review" ON "technical_check" ("review");
CREATE INDEX "technical_check_by_item" ON "technical_check" ("item");

CREATE TABLE "interest_conflict" (
  id TEXT PRIMARY KEY NOT NULL,
  "expert" TEXT NOT NULL REFERENCES "contest_expert" DEFERRABLE INITIALLY DEFERRED,
  "application" TEXT REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "noted_on" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "decided_on" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "interest_conflict_by_expert" ON "interest_conflict" ("expert");
CREATE INDEX "interest_conflict_by_application" ON "interest_conflict" ("application");
CREATE INDEX "interest_conflict_by_organisation" ON "interest_conflict" ("organisation");

CREATE TABLE "expert_assignment" (
  id TEXT PRIMARY KEY NOT NULL,
  "expert" TEXT NOT NULL REFERENCES "contest_expert" DEFERRABLE INITIALLY DEFERRED,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "mode" TEXT NOT NULL,
  "ordinal" INTEGER,
  "sent_on" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "expert_assignment_by_expert" ON "expert_assignment" ("expert");
CREATE INDEX "expert_assignment_by_application" ON "expert_assignment" ("application");

CREATE TABLE "score_sheet" (
  id TEXT PRIMARY KEY NOT NULL,
  "expert" TEXT NOT NULL REFERENCES "contest_expert" DEFERRABLE INITIALLY DEFERRED,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "revision" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "reason" TEXT,
  "submitted_on" TEXT,
  "submitted_time" TEXT,
  "source" TEXT,
  "typed_by" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "checked_by" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "comment" TEXT
) STRICT;
CREATE INDEX "score_sheet_by_expert" ON "score_sheet" ("expert");
CREATE INDEX "score_sheet_by_application" ON "score_sheet" ("application");
CREATE INDEX "score_sheet_by_typed_by" ON "score_sheet" ("typed_by");
CREATE INDEX "score_sheet_by_checked_by" ON "score_sheet" ("checked_by");

CREATE TABLE "expert_mark" (
  id TEXT PRIMARY KEY NOT NULL,
  "sheet" TEXT NOT NULL REFERENCES "score_sheet" DEFERRABLE INITIALLY DEFERRED,
  "criterion" TEXT NOT NULL REFERENCES "contest_criterion" DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT,
  "comment" TEXT
) STRICT;
CREATE INDEX "expert_mark_by_sheet" ON "expert_mark" ("sheet");
CREATE INDEX "expert_mark_by_criterion" ON "expert_mark" ("criterion");

CREATE TABLE "contest_decision" (
  id TEXT PRIMARY KEY NOT NULL,
  "application" TEXT NOT NULL REFERENCES "application" DEFERRABLE INITIALLY DEFERRED,
  "place" INTEGER,
  "total" TEXT,
  "outcome" TEXT NOT NULL,
  "status" TEXT REFERENCES "status" DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT
) STRICT;
CREATE INDEX "contest_decision_by_application" ON "contest_decision" ("application");
CREATE INDEX "contest_decision_by_status" ON "contest_decision" ("status");
