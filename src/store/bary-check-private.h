#pragma once

#include "bary-check.h"
#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

typedef struct {
  BaryDatabase *database;
  GCancellable *cancellable;
  GPtrArray    *problems;
  guint         n_problems; /* with those that are only counted */
  char         *found;      /* of the part that is looked at */
  gboolean      absent;     /* there is nothing to look at */
} BaryCheck;

/* @problem: (transfer full) */
void     bary_check_report        (BaryCheck  *self,
                                   char       *problem);
/* "Organisation 0190…: what is wrong" */
void     bary_check_report_record (BaryCheck  *self,
                                   BaryKind    kind,
                                   const char *id,
                                   const char *problem);
/* Of every record whose id a query gives. Returns: FALSE on an error of the query. */
gboolean bary_check_report_ids    (BaryCheck   *self,
                                   BaryKind     kind,
                                   const char  *sql,
                                   const char  *problem,
                                   GError     **error);

/* The log gives the records that are there; what can be undone and redone agrees with it. */
gboolean bary_check_log           (BaryCheck  *self,
                                   GError    **error);

gboolean bary_check_appendices    (BaryCheck  *self,
                                   GError    **error);

/* @path: of the database itself */
gboolean bary_check_backup        (BaryCheck  *self,
                                   const char *path,
                                   GError    **error);

gboolean bary_check_pages         (BaryCheck  *self,
                                   GError    **error);

G_END_DECLS
