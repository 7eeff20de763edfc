#pragma once

#include "bary-test-package.h"

/* One centre, two schools, a cluster with a group; what a test changes stands by its name. */
typedef struct {
  GPtrArray  *records;
  BaryRecord *centre;
  BaryRecord *school;
  BaryRecord *garden;
  BaryRecord *scheme;
  BaryRecord *group;
  BaryRecord *cluster;
  BaryRecord *membership;
} Town;

/* A database, the town, and what the last import told. */
typedef struct {
  Fixture          base;
  Town             town;
  BaryImportReport report;
} TownFixture;

void        town_set_up    (TownFixture      *fixture,
                            gconstpointer     data);
void        town_tear_down (TownFixture      *fixture,
                            gconstpointer     data);

void        town_init      (Town             *town);
void        town_clear     (Town             *town);
/* @name: (nullable). Returns: (transfer none): a new record of the town. */
BaryRecord *town_add       (Town             *town,
                            BaryKind          kind,
                            const char       *name);

gboolean    import_with    (TownFixture      *fixture,
                            BaryImportFlags   flags,
                            GError          **error);
void        import_town    (TownFixture      *fixture);

void        assert_counts  (TownFixture      *fixture,
                            guint             added,
                            guint             changed,
                            guint             same,
                            guint             conflicts);
void        assert_value   (TownFixture      *fixture,
                            BaryRecord       *record,
                            const char       *field,
                            const char       *expected);

/* As a person does it here. */
void        edit           (TownFixture      *fixture,
                            BaryRecord       *record,
                            const char       *field,
                            const char       *value);
/* How many records the search finds. */
guint       count_hits     (TownFixture      *fixture,
                            const char       *words);
