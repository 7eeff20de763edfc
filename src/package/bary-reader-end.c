#include "bary-reader-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
judge_signature (BaryReader *self)
{
  const char *key = self->manifest->key;

  if (key == NULL && self->signature == NULL)
    return;

  if (key == NULL)
    bary_reader_fail (self, BARY_PACKAGE_ERROR_TAMPERED, "signature",
                      _("there is a signature, but the sender names no key: the package was changed on its way; ask the sender for it again"));
  else if (self->signature == NULL)
    bary_reader_fail (self, BARY_PACKAGE_ERROR_TAMPERED, NULL,
                      _("the sender signed the package, and the signature is missing: it was cut off or changed on its way; "
                        "ask the sender for it again"));
  else if (!bary_seal_verify (self->seal, key, self->signature))
    bary_reader_fail (self, BARY_PACKAGE_ERROR_TAMPERED, "signature",
                      _("the signature does not fit what is in the package: it was changed on its way; ask the sender for it again "
                        "and tell by telephone that this happened"));
}

static void
judge_counts (BaryReader *self)
{
  for (guint kind = 0; self->manifest->counted && kind < BARY_N_KINDS; kind++)
    {
      guint said = self->manifest->counts[kind];
      g_autofree char *message = NULL;

      if (said == self->counts[kind])
        continue;
      /* Translators: 1: records of a kind, as “Organisations”; 2 and 3: numbers */
      message = g_strdup_printf (_("%1$s: %2$u are announced and %3$u are there: the package is not whole; ask the sender for it again"),
                                 _(bary_kind_get_info (kind)->plural), said, self->counts[kind]);
      bary_reader_fail (self, BARY_PACKAGE_ERROR_TAMPERED, NULL, message);
      return;
    }
}

static void
judge_size (BaryReader *self)
{
  g_autofree char *read = g_strdup_printf ("%" G_GUINT64_FORMAT, self->n_bytes);
  g_autofree char *message = NULL;

  if (self->size == NULL || g_ascii_strtoull (self->size, NULL, 10) == self->n_bytes)
    return;

  /* Translators: 1 and 2: numbers of bytes */
  message = g_strdup_printf (_("the package was written with %1$s bytes and has %2$s: something was lost or added on its way; "
                               "ask the sender for it again, compressed, as .xml.gz"), self->size, read);
  bary_reader_fail (self, BARY_PACKAGE_ERROR_TAMPERED, "size", message);
}

void
bary_reader_judge (BaryReader *self)
{
  judge_signature (self);
  if (self->failure == NULL)
    judge_counts (self);
  if (self->failure == NULL)
    judge_size (self);
  if (self->failure == NULL)
    self->manifest->digest = bary_seal_dup_digest (self->seal);
}
