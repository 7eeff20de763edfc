#pragma once

#include "bary-plan-changes.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Revisions of a roadmap: what was agreed and approved stays as it was, whatever becomes of the events. */

/* The plan as it stands now, in its printed order: by sections, then by numbers, then by days. Cancelled events are not in it.
 * Returns: (transfer full) (element-type BaryPlanLine) (nullable) */
GPtrArray  *bary_store_read_plan_lines     (BaryStore    *store,
                                            BaryRecord   *roadmap,
                                            GError      **error);
/* The same with the cancelled events in their places. */
GPtrArray  *bary_store_read_plan_lines_all (BaryStore    *store,
                                            BaryRecord   *roadmap,
                                            GError      **error);
/* The plan of a revision.
 * Returns: (transfer full) (element-type BaryPlanLine) (nullable) */
GPtrArray  *bary_store_read_revision_lines (BaryStore    *store,
                                            BaryRecord   *revision,
                                            GError      **error);

/* Returns: (transfer full) (element-type BaryRecord) (nullable): the revisions of a roadmap, the latest first. */
GPtrArray  *bary_store_list_revisions      (BaryStore    *store,
                                            BaryRecord   *roadmap,
                                            GError      **error);
/* The revision that events are compared with: the one in force, else the latest that was approved.
 * @revisions: (element-type BaryRecord): the latest first
 * Returns: (transfer none) (nullable) */
BaryRecord *bary_revision_find_standing    (GPtrArray    *revisions);

/* Adds to @changes a revision of what the plan is now, to be agreed by those who agreed the one before.
 * Returns: (transfer full) (nullable): the new revision; NULL with an error, BARY_STORE_ERROR_REFUSED if the plan is empty. */
BaryRecord *bary_store_prepare_revision    (BaryStore    *store,
                                            BaryRecord   *roadmap,
                                            BaryChanges  *changes,
                                            GError      **error);

G_END_DECLS
