#pragma once

#include "bary-acts.h"
#include "bary-agenda.h"
#include "bary-conflict-list.h"
#include "bary-form-page.h"
#include "bary-inspector.h"
#include "bary-roadmap-filters.h"
#include "bary-roadmap-view.h"
#include "bary-sheet-page.h"
#include "bary-today.h"

G_BEGIN_DECLS

struct _BaryRoadmapView {
  BaryView            parent_instance;

  /* template */
  AdwFlap            *flap;
  GtkWidget          *steps;        /* to the previous and the next quarter or month */
  GtkLabel           *step_label;
  GtkEditable        *search;
  BaryRoadmapFilters *filters;
  GtkButton          *today_button; /* says how much is due */
  GtkStack           *pages;        /* "today", "sheet", "list", "empty", "none" */
  BaryToday          *today;
  BarySheetPage      *sheet;
  BaryAgenda         *agenda;
  AdwStatusPage      *empty;
  GtkWidget          *years;        /* of the empty page: years that have plans */
  GtkLabel           *count;
  GtkWidget          *event_bar;
  GtkButton          *cancel_button; /* of a cancelled event: plans it again */
  GtkWidget          *outcome_button; /* there is none of a cancelled event */
  BaryConflictList   *conflicts;
  BaryInspector      *inspector;

  /* owned */
  BaryStore          *store;
  BaryRoadmapYear    *year;         /* NULL while nothing is open */
  guint8             *fitting;      /* a byte per event */
  guint8             *rows;         /* a byte per roadmap */
  char               *selected;     /* id of the event; NULL for none */
  char               *awaited;      /* id of one that is being made, to be selected when it is there */
  GSimpleActionGroup *actions;

  BaryDay             day;          /* in the quarter or month that is shown */
  guint               n_fitting;
  gboolean            stale;        /* something has changed while nobody looked */
};

/* bary-roadmap-view.c */
/* Shows what the filters, the page and the day ask for. */
void         bary_roadmap_view_refresh  (BaryRoadmapView *self);
/* @id: (nullable) */
void         bary_roadmap_view_select   (BaryRoadmapView *self,
                                         const char      *id);
gboolean     bary_roadmap_view_is_editable (BaryRoadmapView *self);
/* Returns: (transfer none) (nullable) */
BaryYearEvent *bary_roadmap_view_get_selected (BaryRoadmapView *self);

/* bary-roadmap-view-pages.c: which days are shown, and the words about them */
const char  *bary_roadmap_view_get_page (BaryRoadmapView *self);
BaryDaySpan  bary_roadmap_view_get_days (BaryRoadmapView *self);
void         bary_roadmap_view_step     (BaryRoadmapView *self,
                                         int              direction);
void         bary_roadmap_view_describe (BaryRoadmapView *self);
void         bary_roadmap_view_fill_years (BaryRoadmapView *self);

/* bary-roadmap-view-due.c: what is due, conflicts, moves */
void         bary_roadmap_view_show_due       (BaryRoadmapView *self);
void         bary_roadmap_view_show_conflicts (BaryRoadmapView *self);
/* The conflicts follow what is typed into the form. */
void         bary_roadmap_view_follow_form    (BaryRoadmapView *self);
/* The same for the form of a new event. */
void         bary_roadmap_view_follow_page    (BaryRoadmapView *self,
                                               BaryFormPage    *page);
void         bary_roadmap_view_mark_done      (BaryRoadmapView *self,
                                               guint            obligation);
void         bary_roadmap_view_write          (BaryRoadmapView *self,
                                               guint            obligation);
/* @kind: "moved", "cancelled", "restored"; @day: suggested, or BARY_NO_DAY */
void         bary_roadmap_view_move           (BaryRoadmapView *self,
                                               const char      *kind,
                                               BaryDay          day);

/* bary-roadmap-view-papers.c: what leaves the window, adds to `actions` */
void         bary_roadmap_view_install_papers  (BaryRoadmapView *self);

/* bary-roadmap-view-acts.c: actions */
void         bary_roadmap_view_install_actions (BaryRoadmapView *self);
void         bary_roadmap_view_update_actions  (BaryRoadmapView *self);
/* The roadmap that is meant: of the selected event, of the chosen cluster, or the only one.
 * Returns: (transfer none) (nullable) */
BaryRoadmap *bary_roadmap_view_get_roadmap     (BaryRoadmapView *self);

/* bary-roadmap-view-year-acts.c: actions on the year as a whole */
void         bary_roadmap_view_install_year_acts (BaryRoadmapView *self);
void         bary_roadmap_view_update_year_acts  (BaryRoadmapView *self,
                                                  gboolean         editable);

/* bary-roadmap-view-dialogs.c: actions that open windows of their own */
void         bary_roadmap_view_install_dialogs (BaryRoadmapView *self);
void         bary_roadmap_view_take_calendar   (BaryRoadmapView *self,
                                                GFile           *file);
void         bary_roadmap_view_update_dialogs  (BaryRoadmapView *self,
                                                gboolean         editable);

G_END_DECLS
