#pragma once

#include "bary-changes.h"
#include "bary-ics.h"
#include "bary-school-terms.h"

G_BEGIN_DECLS

/* What a calendar that was read means to the events of the database: new ones are added, those with a greater sequence are
 * brought up to date, and nothing is in it twice, however often it is read. */

/* @sequence: (out): how often the event was moved, cancelled and restored.
 * Returns: (transfer full) (nullable): the event with this id */
typedef BaryRecord *(*BaryIcsFind) (const char *id, guint *sequence, gpointer user_data);

typedef struct {
  int                    school_year;
  const BarySchoolTerms *terms;
  const char            *roadmap;   /* (nullable): id of the one that new events go into; NULL leaves them out, with a remark */
  const char            *today;     /* ISO: when a move is entered */
  BaryIcsFind            find;
  gpointer               user_data;
} BaryIcsTarget;

typedef enum {
  BARY_ICS_IS_ADDED,
  BARY_ICS_IS_CHANGED,
  BARY_ICS_STAYS_SAME,
  BARY_ICS_STAYS_NEWER, /* the event has changed here since */
  BARY_ICS_IS_LEFT_OUT, /* new, and there is no roadmap for it */
} BaryIcsFate;

typedef struct {
  BaryIcsFate fate;
  guint       first, end; /* its changes: from one up to, not including, the other */
} BaryIcsOutcome;

/* Adds to @changes; what is left out is told in the remarks of @ics. Commit as N_("Take in the calendar %s").
 * Returns: (transfer full) (element-type BaryIcsOutcome): one for each event of @ics, in its order */
GArray *bary_ics_apply (BaryIcs             *ics,
                        const BaryIcsTarget *target,
                        BaryChanges         *changes);

guint   bary_ics_count (GArray              *outcomes,
                        BaryIcsFate          fate);

/* The id of the event with a uid: the uid itself if it is an id, else one that is made of it, always the same (RFC 9562,
 * section 5.5, without a name space). Returns: (transfer full) */
char   *bary_ics_make_id (const char        *uid);

G_END_DECLS
