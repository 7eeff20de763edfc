#pragma once

#include "bary-form.h"
#include "bary-letter-window.h"

G_BEGIN_DECLS

struct _BaryLetterWindow {
  AdwWindow         parent_instance;

  /* template */
  AdwWindowTitle   *head;
  GtkBox           *fields;
  GtkLabel         *meter;
  GtkDropDown      *receivers;
  GtkLabel         *addresses;
  GtkLabel         *subject;
  GtkTextView      *text;

  BarySession      *session;
  BaryForm         *form;
  BaryLetterKind    kind;
  char             *duty;
  guint             ordinal;
  BaryLetter       *letter;
  char            **to;
  GPtrArray        *channels; /* of records */
  GPtrArray        *links;    /* of AdwEntryRow, one for each channel */
  gboolean          by_hand;  /* the person wrote in the text itself */
};

/* What leaves the window and what is written down: the actions "letter.open", ".save", ".copy", ".done", ".escape". */
void bary_letter_window_install_acts (GtkWidgetClass *widget_class);

G_END_DECLS
