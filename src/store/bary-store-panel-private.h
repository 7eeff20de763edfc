#pragma once

#include "bary-database.h"
#include "bary-store-panel.h"

G_BEGIN_DECLS

/* Fills a panel from the tables of one contest. Texts that are kept belong to the panel. */
typedef struct {
  BaryDatabase *database;
  BaryPanel    *panel;
  const char   *contest;
  GHashTable   *criteria, *applications, *experts, *sheets; /* id → index + 1; the ids belong to the panel */
} BaryPanelReader;

typedef gboolean (*BaryPanelRowFunc) (BaryPanelReader *self, BaryStatement *row, GError **error);

/* The contest itself: its rules, criteria, levels and steps. */
gboolean    bary_panel_reader_read_contest  (BaryPanelReader   *self,
                                             GError           **error);

/* @sql: with the contest as ?1 */
gboolean    bary_panel_reader_read_rows     (BaryPanelReader   *self,
                                             const char        *sql,
                                             BaryPanelRowFunc   read,
                                             GError           **error);
/* Returns: the index, or -1. @id: (nullable) */
int         bary_panel_reader_find          (GHashTable        *index,
                                             const char        *id);
const char *bary_panel_reader_keep          (BaryPanelReader   *self,
                                             BaryStatement     *row,
                                             int                column);
/* Keeps the id of the next element of an array, and where it will be. */
const char *bary_panel_reader_keep_id       (BaryPanelReader   *self,
                                             BaryStatement     *row,
                                             GHashTable        *index,
                                             guint              length);
/* Where nothing was chosen the first holds. */
guint       bary_panel_reader_find_choice   (BaryKind           kind,
                                             const char        *field,
                                             const char        *word);
/* @given: (out) (optional): whether there is a number; 0 without */
gboolean    bary_panel_reader_read_fraction (BaryStatement     *row,
                                             int                column,
                                             BaryFraction      *value,
                                             gboolean          *given,
                                             GError           **error);

G_END_DECLS
