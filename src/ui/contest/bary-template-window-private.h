#pragma once

#include "bary-contest-form.h"
#include "bary-template-window.h"

G_BEGIN_DECLS

struct _BaryTemplateWindow {
  AdwWindow         parent_instance;

  /* template */
  AdwToastOverlay  *toasts;
  AdwLeaflet       *leaflet;
  AdwWindowTitle   *head;
  GtkListBox       *parts;
  GtkWidget        *frozen;
  GtkScrolledWindow *scroller;
  GtkBox           *page;     /* filled anew for each state */

  /* owned */
  BarySession      *session;
  char             *contest;  /* an id */
  BaryRecord       *record;   /* (nullable): the contest */
  GPtrArray        *faults;   /* (nullable) of BaryContestFault */
  BaryContestForm  *form;     /* (nullable): what the preview shows */
  AdwToast         *undo_toast; /* not owned, (nullable) */
  gboolean          filling;
};

/* The pages, in the order of the list. */
typedef enum {
  BARY_TEMPLATE_RULES,
  BARY_TEMPLATE_FORM,
  BARY_TEMPLATE_STAGES,
  BARY_TEMPLATE_CHECKLIST,
  BARY_TEMPLATE_CRITERIA,
  BARY_TEMPLATE_TIES,
  BARY_TEMPLATE_EXPERTS,
  BARY_TEMPLATE_PREVIEW,
  BARY_TEMPLATE_FAULTS,
  BARY_N_TEMPLATE_PAGES
} BaryTemplatePage;

BaryStore           *bary_template_get_store     (BaryTemplateWindow *self);
gboolean             bary_template_is_frozen     (BaryTemplateWindow *self);
void                 bary_template_choose        (BaryTemplateWindow *self,
                                                  BaryTemplatePage    page);
/* Returns: (transfer none): a new group of the page */
AdwPreferencesGroup *bary_template_add_group     (BaryTemplateWindow *self,
                                                  const char         *title,
                                                  const char         *description);
/* Returns: (transfer none) (nullable): the part that the focus is in: its row or a button of it */
BaryRecord          *bary_template_get_focused   (BaryTemplateWindow *self);

/* The actions of the window and their keys. */
void bary_template_install_acts (GtkWidgetClass     *widget_class);
/* Shows the contest as it stands now. */
void bary_template_show         (BaryTemplateWindow *self);

/* Filling the page. */
void bary_template_show_rules   (BaryTemplateWindow *self);
void bary_template_show_parts   (BaryTemplateWindow *self,
                                 BaryTemplatePage    page);
void bary_template_show_preview (BaryTemplateWindow *self);
void bary_template_show_faults  (BaryTemplateWindow *self);

/* What is done with a part: "up", "down", "remove". */
void bary_template_act          (BaryTemplateWindow *self,
                                 BaryRecord         *part,
                                 const char         *act);

/* The form of a record in a dialog.
 * @shown: (nullable): names of the fields that it has, ends with NULL; NULL: all that no order or whole settles
 * @start: (nullable): the field that gets the cursor */
void bary_template_edit         (GtkWidget          *parent,
                                 BarySession        *session,
                                 BaryRecord         *record,
                                 const char *const  *shown,
                                 gboolean            frozen,
                                 const char         *start);

/* Names of fields of a contest, each list with NULL at its end. */
extern const char *const bary_template_general[];
extern const char *const bary_template_rules[];

G_END_DECLS
