#include "bary-key-card.h"

#include "bary-config.h"
#include "bary-qr.h"

#include <glib/gi18n-lib.h>

/* The code takes a third of the width of the sheet. */
#define ASPECT 3.0

char *
bary_key_card_dup_text (const char *name,
                        const char *words,
                        const char *key)
{
  return g_strjoin ("\n", name, words, key, NULL);
}

static void
paint (cairo_t  *cr,
       double    width,
       double    height,
       gpointer  code)
{
  cairo_save (cr);
  cairo_translate (cr, (width - height) / 2, 0);
  bary_qr_paint (code, cr, height);
  cairo_restore (cr);
}

BaryReport *
bary_key_card_new (const char *name,
                   const char *words,
                   const char *key)
{
  BaryReport *report = bary_report_new (_("Card of a Key"), BARY_PAPER_A4, FALSE);
  g_autofree char *text = bary_key_card_dup_text (name, words, key);
  BaryQr *code = bary_qr_new (text);

  bary_report_add_heading (report, 2, name);
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, words);
  if (code != NULL)
    bary_report_add_picture (report, ASPECT, words, paint, code, (GDestroyNotify) bary_qr_free);
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, key);
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT,
                             _("Before the first package of this sender is taken in, the program shows six words. If they are those of this card, "
                               "the package was signed by whoever handed the card out. The signature is not a qualified one."));
  return report;
}
