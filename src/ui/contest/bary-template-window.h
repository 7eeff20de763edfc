#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The template of a contest in a window of its own: what is asked, by which criteria and rules it is scored, when and by whom;
 * how a school sees the form, and what is wrong with it. Parts are added, changed, put in another order and removed, each by one
 * action that can be undone. What went out to experts is only shown, and copied for the next year.
 *
 * Actions: "template.up", "template.down", "template.remove" (the row that has the focus), "template.undo", "template.redo",
 * "template.copy", "template.save-form", "template.back". */
#define BARY_TYPE_TEMPLATE_WINDOW (bary_template_window_get_type ())
G_DECLARE_FINAL_TYPE (BaryTemplateWindow, bary_template_window, BARY, TEMPLATE_WINDOW, AdwWindow)

/* @contest: an id */
void bary_template_window_present (GtkWidget   *parent,
                                   BarySession *session,
                                   const char  *contest);
/* Asks how a new contest is called, and opens its template. */
void bary_template_window_begin   (GtkWidget   *parent,
                                   BarySession *session);

G_END_DECLS
