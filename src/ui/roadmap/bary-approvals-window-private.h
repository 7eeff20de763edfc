#pragma once

#include "bary-approval-chain.h"
#include "bary-approvals-window.h"

G_BEGIN_DECLS

struct _BaryApprovalsWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  GtkButton           *act;
  AdwPreferencesGroup *revision;
  GtkWidget           *withdraw;
  GtkWidget           *ask;
  AdwPreferencesGroup *changes;
  GtkWidget           *change_papers;
  AdwPreferencesGroup *former;

  BarySession         *session;
  BaryRecord          *roadmap;
  GPtrArray           *revisions; /* of records, the latest first */
  GPtrArray           *approvals; /* of records, of the latest revision */
  BaryChainState       state;     /* of the latest revision */
  GPtrArray           *rows;      /* of widgets, in any group */
};

/* Returns: (transfer none) (nullable) */
BaryRecord *bary_approvals_window_get_latest    (BaryApprovalsWindow *self);

/* Returns: (transfer full) (element-type BaryRecord) (nullable): of a revision, by their organisations. */
GPtrArray  *bary_approvals_window_read_approvals (BaryApprovalsWindow  *self,
                                                  BaryRecord           *revision,
                                                  GError              **error);

void        bary_approvals_window_show_revision (BaryApprovalsWindow *self);
/* Returns: whether the plan differs from what stands approved, or nothing stands yet. */
gboolean    bary_approvals_window_show_changes  (BaryApprovalsWindow *self);
void        bary_approvals_window_show_former   (BaryApprovalsWindow *self);

G_END_DECLS
