#include "bary-agenda-row.h"

G_DEFINE_FINAL_TYPE (BaryAgendaRow, bary_agenda_row, G_TYPE_OBJECT)

static void
bary_agenda_row_finalize (GObject *object)
{
  BaryAgendaRow *self = BARY_AGENDA_ROW (object);

  g_free (self->title);
  g_free (self->dates);
  g_free (self->details);

  G_OBJECT_CLASS (bary_agenda_row_parent_class)->finalize (object);
}

static void
bary_agenda_row_class_init (BaryAgendaRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_agenda_row_finalize;
}

static void
bary_agenda_row_init (BaryAgendaRow *self)
{
}

BaryAgendaRow *
bary_agenda_row_new (int event)
{
  BaryAgendaRow *self = g_object_new (BARY_TYPE_AGENDA_ROW, NULL);

  self->event = event;
  return self;
}
