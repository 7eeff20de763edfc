#pragma once

#include "bary-draft-keeper.h"
#include "bary-paper-window.h"
#include "bary-row.h"
#include "bary-store-paper.h"

G_BEGIN_DECLS

struct _BaryPaperWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwToastOverlay     *toasts;
  AdwWindowTitle      *head;
  GtkWidget           *back;
  GtkWidget           *done;
  GtkStack            *stack;
  AdwPreferencesGroup *seats;
  GtkWidget           *nothing;
  GtkBox              *form;     /* filled anew for each sheet */

  /* owned */
  BarySession         *session;
  char                *contest;
  BaryPanel           *panel;    /* (nullable) */
  GPtrArray           *rows;     /* of the list */
  char                *expert, *application; /* (nullable): ids of the sheet that is open */
  BaryTypedMark       *marks;    /* (nullable): what is typed, one for each criterion */
  guint                n_marks;
  BaryRow             *person, *day, *time; /* not owned: of the form */
  BaryDraftKeeper     *keeper;   /* (nullable): of what is typed */
  int                 *chosen;   /* (nullable): of each criterion that differs 1 or 2, 0: not settled yet */
};

/* Where the open sheet is in the panel. Returns: FALSE if it is gone */
gboolean bary_paper_window_find    (BaryPaperWindow *self,
                                    guint           *application,
                                    guint           *expert);
void     bary_paper_window_forget  (BaryPaperWindow *self);
/* Fill the form: to type, or to settle. */
void     bary_paper_window_type    (BaryPaperWindow *self,
                                    guint            application,
                                    guint            expert);
/* Keeps at once what is being typed. */
void     bary_paper_window_flush   (BaryPaperWindow *self);
/* What was typed is a sheet now. */
void     bary_paper_window_drop_draft (BaryPaperWindow *self);
void     bary_paper_window_compare (BaryPaperWindow *self,
                                    const BaryPaper *paper);
/* Returns: (transfer full) (nullable): what is done with what was typed or chosen */
BaryChanges *bary_paper_window_collect (BaryPaperWindow *self,
                                        GError         **error);

G_END_DECLS
