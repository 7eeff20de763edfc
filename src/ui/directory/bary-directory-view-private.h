#pragma once

#include "bary-directory-filters.h"
#include "bary-directory-view.h"
#include "bary-inspector.h"
#include "bary-record-selection.h"

G_BEGIN_DECLS

struct _BaryDirectoryView {
  BaryView                parent_instance;

  /* template */
  AdwFlap                *flap;
  GtkMenuButton          *kinds_button;
  GtkSearchEntry         *search;
  GtkWidget              *filter_button;
  BaryDirectoryFilters   *filters;
  GtkStack               *stack;
  GtkColumnView          *list;
  GtkLabel               *count;
  BaryInspector          *inspector;
  GMenu                  *columns_submenu;

  /* owned */
  BaryStore              *store;
  BaryRecordList         *records;
  BaryRecordSelection    *selection;
  GSimpleActionGroup     *actions;
  GSimpleActionGroup     *column_actions;
  BaryKind                kind;
  gboolean                building; /* columns */
  char                   *awaited; /* id of a record that is being added: it is selected when it comes */
  guint                   scroll_source;
  gboolean                focus_awaited; /* the chosen row takes the keyboard once it is there */
};

/* Shows the records of another kind. */
void bary_directory_view_set_kind          (BaryDirectoryView *self,
                                            BaryKind           kind);
/* Takes back what narrows the list. */
void bary_directory_view_show_all          (BaryDirectoryView *self);

/* What the person does to the list: adds, removes, imports, pastes, exports. The actions before the template is there, the
 * shortcuts after. */
void bary_directory_view_install_actions   (BaryDirectoryView *self);
void bary_directory_view_install_shortcuts (BaryDirectoryView *self);

G_END_DECLS
