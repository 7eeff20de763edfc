#pragma once

#include "bary-banner.h"
#include "bary-job-bar.h"
#include "bary-window.h"

G_BEGIN_DECLS

struct _BaryWindow {
  AdwApplicationWindow  parent_instance;

  /* template */
  AdwToastOverlay      *toasts;
  AdwSqueezer          *title;         /* tabs or, where they do not fit, the name */
  GtkWidget            *tabs;
  GtkWidget            *narrow_tabs; /* the same with the words below their pictures */
  AdwWindowTitle       *name;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkMenuButton        *search_button;
  BaryBanner           *banner;
  GtkMenuButton        *menu_button;
  GtkStack             *pages;
  GtkBox               *bottom;        /* the views, and the tabs below them in a narrow window */
  AdwViewStack         *views;
  BaryJobBar           *jobs;

  /* owned */
  BarySession          *session;
  GSettings            *settings;      /* NULL without the schema */
  char                 *path;          /* of the database shown or meant */
  GQueue                imports;       /* of GFile: what is still to be brought in */
  guint                 backup_source;
  guint                 tabs_source;
  guint                 morning_source;

  gboolean              importing;

  /* weak */
  GtkWindow            *show_window;
  GtkWindow            *steps_window;
  AdwToast             *undo_toast;    /* is gone when something else became the action to undo */
  guint                retire_source; /* of undo_toast */
};

/* bary-window-actions.c */
void     bary_window_class_install_actions (GtkWidgetClass *widget_class);
void     bary_window_update_actions        (BaryWindow     *self);

/* bary-window-files.c */
void     bary_window_class_install_files   (GtkWidgetClass *widget_class);
void     bary_window_run                   (BaryWindow     *self,
                                            BaryJob        *job,
                                            BaryJobWork     work,
                                            BaryJobDone     done,
                                            gpointer        data,
                                            GDestroyNotify  destroy);

/* bary-window-care.c: checking, backups */
void     bary_window_class_install_care    (GtkWidgetClass *widget_class);

/* bary-window-import.c: one file after another; the first begins at once */
void     bary_window_import_file           (BaryWindow     *self,
                                            GFile          *file);

/* bary-window-packages.c */
void     bary_window_class_install_packages (GtkWidgetClass *widget_class);
void     bary_window_accept_drops          (BaryWindow     *self);
void     bary_window_fill_samples          (BaryWindow     *self);

/* bary-window-pictures.c: of diagrams */
void     bary_window_class_install_pictures (GtkWidgetClass *widget_class);

/* bary-window-home.c: whether a file is a copy of another, made by hand */
void     bary_window_look_home             (BaryWindow     *self);

/* bary-window-salvage.c: what is left of a damaged file */
void     bary_window_class_install_salvage (GtkWidgetClass *widget_class);

/* bary-window-show.c: the presentation and its steps */
void     bary_window_class_install_show    (GtkWidgetClass *widget_class);

/* bary-window-morning.c: what is due is told once a working morning */
void     bary_window_watch_mornings        (BaryWindow     *self);

/* bary-window-pages.c: what is made only when it is shown */
void     bary_window_show_page             (BaryWindow     *self,
                                            const char     *name);
void     bary_window_show_trouble          (BaryWindow     *self,
                                            const char     *path,
                                            const GError   *error);
void     bary_window_prepare_buttons       (BaryWindow     *self);
void     bary_window_place_tabs            (BaryWindow     *self);

/* bary-window.c */
void     bary_window_show_store            (BaryWindow     *self,
                                            BaryStore      *store);
void     bary_window_fail                  (BaryWindow     *self,
                                            const char     *heading,
                                            const GError   *error);
void     bary_window_toast                 (BaryWindow     *self,
                                            const char     *words);
/* Nothing is open, or it cannot be written. */
gboolean bary_window_is_writable           (BaryWindow     *self);

G_END_DECLS
