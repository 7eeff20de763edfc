#pragma once

#include "bary-scoring-desk.h"

G_BEGIN_DECLS

struct _BaryScoringDesk {
  AdwBin           parent_instance;

  /* template */
  GtkDropDown     *experts;
  GtkWidget       *send;
  GtkLabel        *progress;
  GtkLabel        *title;
  GtkWidget       *empty;
  GtkWidget       *work;
  GtkScrolledWindow *reading;
  GtkBox          *text;
  GtkBox          *criteria;
  GtkLabel        *note;
  GtkLabel        *total;
  GtkWidget       *declare;
  GtkWidget       *revise;
  GtkWidget       *hand_in;

  /* borrowed */
  const BaryPanel *panel;

  /* owned */
  BarySession     *session;
  char            *expert;      /* (nullable): ids of what is shown */
  char            *application; /* (nullable) */
  char            *built;       /* (nullable): the contest whose criteria there are */
  gboolean         filling;
};

/* Where one is. Returns: FALSE if nothing is shown. */
gboolean bary_scoring_desk_find_place        (BaryScoringDesk   *self,
                                              BaryScoringPlace  *place);
/* What the expert is to score, in that expert's order. Returns: (element-type guint) */
GArray  *bary_scoring_desk_list_applications (BaryScoringDesk   *self);
/* Returns: the position of an application in such a list, or -1 */
int      bary_scoring_desk_find_in_list      (const GArray      *list,
                                              guint              application);
/* @id: (nullable) */
void     bary_scoring_desk_show_application  (BaryScoringDesk   *self,
                                              const char        *id);

/* The actions of the desk and their keys. */
void     bary_scoring_desk_install_acts      (GtkWidgetClass    *widget_class);

G_END_DECLS
