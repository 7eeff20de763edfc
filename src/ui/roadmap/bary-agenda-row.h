#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A row of the agenda: a month's name, or an event. */
#define BARY_TYPE_AGENDA_ROW (bary_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (BaryAgendaRow, bary_agenda_row, BARY, AGENDA_ROW, GObject)

struct _BaryAgendaRow {
  GObject   parent_instance;

  int       event;     /* -1 for a month */
  char     *title;
  char     *dates;
  char     *details;
  gboolean  cancelled;
};

BaryAgendaRow *bary_agenda_row_new (int event);

G_END_DECLS
