-- The records, their history, and the search.

CREATE TABLE "centre" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "district" TEXT,
  "region" TEXT,
  "address" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "site" TEXT
) STRICT;

CREATE TABLE "organisation" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "kind" TEXT NOT NULL,
  "number" TEXT,
  "centre" TEXT REFERENCES "centre" DEFERRABLE INITIALLY DEFERRED,
  "address" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "site" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "organisation_by_centre" ON "organisation" ("centre");

CREATE TABLE "person" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "person_by_organisation" ON "person" ("organisation");

CREATE TABLE "direction" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "centre" TEXT REFERENCES "centre" DEFERRABLE INITIALLY DEFERRED,
  "organisation_kind" TEXT,
  "ordinal" INTEGER
) STRICT;
CREATE INDEX "direction_by_centre" ON "direction" ("centre");

CREATE TABLE "scheme" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "arrangement" TEXT NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE "group" (
  id TEXT PRIMARY KEY NOT NULL,
  "scheme" TEXT NOT NULL REFERENCES "scheme" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "ordinal" INTEGER NOT NULL,
  "admission" TEXT,
  "dissemination" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "group_by_scheme" ON "group" ("scheme");

CREATE TABLE "cluster" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "centre" TEXT REFERENCES "centre" DEFERRABLE INITIALLY DEFERRED,
  "scheme" TEXT NOT NULL REFERENCES "scheme" DEFERRABLE INITIALLY DEFERRED,
  "direction" TEXT REFERENCES "direction" DEFERRABLE INITIALLY DEFERRED,
  "barycenter" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "base_site" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "goal" TEXT,
  "interaction" TEXT,
  "management" TEXT,
  "hashtag" TEXT,
  "from" TEXT,
  "to" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "cluster_by_centre" ON "cluster" ("centre");
CREATE INDEX "cluster_by_scheme" ON "cluster" ("scheme");
CREATE INDEX "cluster_by_direction" ON "cluster" ("direction");
CREATE INDEX "cluster_by_barycenter" ON "cluster" ("barycenter");
CREATE INDEX "cluster_by_base_site" ON "cluster" ("base_site");

CREATE TABLE "membership" (
  id TEXT PRIMARY KEY NOT NULL,
  "cluster" TEXT NOT NULL REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT NOT NULL REFERENCES "group" DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "reason" TEXT,
  "from" TEXT,
  "to" TEXT,
  "leaving_reason" TEXT
) STRICT;
CREATE INDEX "membership_by_cluster" ON "membership" ("cluster", "group", "organisation");
CREATE INDEX "membership_by_organisation" ON "membership" ("organisation");
CREATE INDEX "membership_by_group" ON "membership" ("group");

CREATE TABLE "role" (
  id TEXT PRIMARY KEY NOT NULL,
  "person" TEXT NOT NULL REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "cluster" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX "role_by_person" ON "role" ("person");
CREATE INDEX "role_by_cluster" ON "role" ("cluster");
CREATE INDEX "role_by_organisation" ON "role" ("organisation");

CREATE TABLE "body" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "full_name" TEXT,
  "kind" TEXT NOT NULL,
  "centre" TEXT REFERENCES "centre" DEFERRABLE INITIALLY DEFERRED,
  "cluster" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT REFERENCES "body" DEFERRABLE INITIALLY DEFERRED,
  "functions" TEXT,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX "body_by_centre" ON "body" ("centre");
CREATE INDEX "body_by_cluster" ON "body" ("cluster");
CREATE INDEX "body_by_organisation" ON "body" ("organisation");
CREATE INDEX "body_by_parent" ON "body" ("parent");

CREATE TABLE "body_member" (
  id TEXT PRIMARY KEY NOT NULL,
  "body" TEXT NOT NULL REFERENCES "body" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX "body_member_by_body" ON "body_member" ("body");
CREATE INDEX "body_member_by_person" ON "body_member" ("person");
CREATE INDEX "body_member_by_organisation" ON "body_member" ("organisation");

CREATE TABLE "agreement" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "number" TEXT,
  "date" TEXT,
  "valid_until" TEXT,
  "cluster" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "file" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "agreement_by_cluster" ON "agreement" ("cluster");

CREATE TABLE "party" (
  id TEXT PRIMARY KEY NOT NULL,
  "agreement" TEXT NOT NULL REFERENCES "agreement" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT
) STRICT;
CREATE INDEX "party_by_agreement" ON "party" ("agreement");
CREATE INDEX "party_by_organisation" ON "party" ("organisation");

CREATE TABLE "status" (
  id TEXT PRIMARY KEY NOT NULL,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "state" TEXT,
  "name" TEXT,
  "order_number" TEXT,
  "order_date" TEXT,
  "from" TEXT,
  "to" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "status_by_organisation" ON "status" ("organisation");

CREATE TABLE "link" (
  id TEXT PRIMARY KEY NOT NULL,
  "cluster" TEXT NOT NULL REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "partner" TEXT NOT NULL REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "agreement" TEXT REFERENCES "agreement" DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX "link_by_cluster" ON "link" ("cluster");
CREATE INDEX "link_by_organisation" ON "link" ("organisation");
CREATE INDEX "link_by_partner" ON "link" ("partner");
CREATE INDEX "link_by_agreement" ON "link" ("agreement");

CREATE TABLE "document" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "centre" TEXT REFERENCES "centre" DEFERRABLE INITIALLY DEFERRED,
  "cluster" TEXT REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT REFERENCES "group" DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "text" TEXT,
  "number" TEXT,
  "date" TEXT
) STRICT;
CREATE INDEX "document_by_centre" ON "document" ("centre");
CREATE INDEX "document_by_cluster" ON "document" ("cluster");
CREATE INDEX "document_by_group" ON "document" ("group");

-- What is known of the file itself: the replica's id, the centre that owns it.
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Named actions. Names are untranslated patterns; the subject fills their %s.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  stamp INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('edit', 'import', 'undo', 'redo')),
  target INTEGER REFERENCES action,
  name TEXT NOT NULL,
  subject TEXT,
  author TEXT NOT NULL
) STRICT;

CREATE INDEX action_by_target ON action (target) WHERE target IS NOT NULL;

-- What a record's fields were and became, as JSON objects; "was" is NULL for what is new, "became" for what went.
CREATE TABLE change (
  action INTEGER NOT NULL REFERENCES action,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  was TEXT,
  became TEXT,
  PRIMARY KEY (action, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_record ON change (record);

CREATE TRIGGER action_is_final BEFORE UPDATE ON action BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
CREATE TRIGGER action_stays BEFORE DELETE ON action BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
CREATE TRIGGER change_is_final BEFORE UPDATE ON change BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN SELECT RAISE (ABORT, 'history is never rewritten'); END;

-- Which actions are taken back, and whether they can come again; all other edits and imports stand.
CREATE TABLE undone (
  action INTEGER PRIMARY KEY REFERENCES action,
  redoable INTEGER NOT NULL
) STRICT;
CREATE INDEX undone_redoable ON undone (action) WHERE redoable = 1;

-- One row per record that has a name: its place in sorted lists and the words it is found by.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL UNIQUE,
  sort_key TEXT NOT NULL,
  title TEXT NOT NULL,
  names TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX entry_by_name ON entry (kind, sort_key, record);
CREATE VIRTUAL TABLE search USING fts5 (
  names, words, content = 'entry', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
