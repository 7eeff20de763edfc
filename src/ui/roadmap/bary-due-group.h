#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What somebody must do, as a row of a list. */
typedef struct {
  guint    obligation; /* its number, for whoever shows the list */
  char    *title;
  char    *subtitle;
  char    *why;        /* how its day was found */
  gboolean is_written; /* has a letter or a report to be written */
  gboolean is_taken;   /* can be said to be done; what is computed from elsewhere cannot */
  gboolean leads;      /* to what it belongs to */
} BaryDueRow;

void       bary_due_row_free       (BaryDueRow *row);

/* A list of what is due under a heading. When it is shown anew only those rows are made that were not there, and the keyboard
 * stays where it was.
 *
 * Signals: "acted" (guint obligation, const char *act): "write", "done" or "open"; "more" (): more of it is wanted. */
#define BARY_TYPE_DUE_GROUP (bary_due_group_get_type ())
G_DECLARE_FINAL_TYPE (BaryDueGroup, bary_due_group, BARY, DUE_GROUP, AdwBin)

GtkWidget *bary_due_group_new      (const char   *title);
/* @rows: (element-type BaryDueRow); @n_more: how many are not shown */
void       bary_due_group_show     (BaryDueGroup *self,
                                    GPtrArray    *rows,
                                    guint         n_more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryDueRow, bary_due_row_free)

G_END_DECLS
