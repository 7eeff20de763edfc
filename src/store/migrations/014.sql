-- Groups that a cluster is drawn without.

CREATE TABLE "hidden_group" (
  id TEXT PRIMARY KEY NOT NULL,
  "cluster" TEXT NOT NULL REFERENCES "cluster" DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT NOT NULL REFERENCES "group" DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "hidden_group_by_cluster" ON "hidden_group" ("cluster");
CREATE INDEX "hidden_group_by_group" ON "hidden_group" ("group");
