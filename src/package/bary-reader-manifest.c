#include "bary-reader-private.h"

#include "bary-sentence.h"

/* The elements of the manifest: one row for each. */

typedef void (*Take) (BaryManifest *manifest,
                      char        **values,
                      const char   *text);

struct _BaryNote {
  const char *name;
  const char *attributes[BARY_NOTE_MOST_ATTRIBUTES + 1];
  Take        take;
};

static void
replace (char       **place,
         const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
take_sender (BaryManifest *manifest,
             char        **values,
             const char   *text)
{
  replace (&manifest->sender, text);
  replace (&manifest->sender_id, values[0]);
  replace (&manifest->centre, values[1]);
  replace (&manifest->key, values[2]);
}

static void
take_former_key (BaryManifest *manifest,
                 char        **values,
                 const char   *text)
{
  replace (&manifest->former_key, text);
  replace (&manifest->voucher, values[0]);
}

static void
take_addressee (BaryManifest *manifest,
                char        **values,
                const char   *text)
{
  replace (&manifest->addressee, text);
  replace (&manifest->addressee_id, values[0]);
}

static void
take_source (BaryManifest *manifest,
             char        **values,
             const char   *text)
{
  replace (&manifest->source, text);
}

static void
take_sequence (BaryManifest *manifest,
               char        **values,
               const char   *text)
{
  manifest->sequence = g_ascii_strtoull (text, NULL, 10);
}

static void
take_subject (BaryManifest *manifest,
              char        **values,
              const char   *text)
{
  replace (&manifest->subject, text);
}

static void
take_omitted (BaryManifest *manifest,
              char        **values,
              const char   *text)
{
  if (values[0] != NULL)
    bary_manifest_add_omission (manifest, values[0], text);
}

static void
take_count (BaryManifest *manifest,
            char        **values,
            const char   *text)
{
  BaryKind kind;

  manifest->counted = TRUE;
  if (values[0] != NULL && bary_kind_from_name (values[0], &kind, NULL))
    manifest->counts[kind] = (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
take_answer (BaryManifest *manifest,
             char        **values,
             const char   *text)
{
  if (manifest->answer == NULL)
    manifest->answer = g_new0 (BaryPackageAnswer, 1);

  replace (&manifest->answer->package, values[0]);
  replace (&manifest->answer->outcome, values[1]);
  replace (&manifest->answer->moment, values[2]);
  replace (&manifest->answer->reason, text[0] != '\0' ? text : NULL);
}

static void
take_replica (BaryManifest *manifest,
              char        **values,
              const char   *text)
{
  if (values[0] != NULL && values[2] != NULL && values[3] != NULL)
    g_ptr_array_add (manifest->replicas, bary_replica_new (values[0], text, values[1], g_ascii_strtoll (values[2], NULL, 10),
                                                           g_ascii_strtoll (values[3], NULL, 10)));
}

static void
take_remark (BaryManifest *manifest,
             char        **values,
             const char   *text)
{
  bary_manifest_add_remark (manifest, values[0], text);
}

static const BaryNote notes[] = {
  { "sender", { "id", "centre", "key" }, take_sender },
  { "former_key", { "voucher" }, take_former_key },
  { "addressee", { "id" }, take_addressee },
  { "source", { NULL }, take_source },
  { "sequence", { NULL }, take_sequence },
  { "subject", { NULL }, take_subject },
  { "answer", { "package", "outcome", "moment" }, take_answer },
  { "replica", { "id", "centre", "base", "holds" }, take_replica },
  { "omitted", { "kind" }, take_omitted },
  { "count", { "kind" }, take_count },
  { "remark", { "record" }, take_remark },
};

static void
clear_values (BaryReader *self)
{
  for (guint i = 0; i < BARY_NOTE_MOST_ATTRIBUTES; i++)
    g_clear_pointer (&self->note_values[i], g_free);
}

void
bary_reader_start_note (BaryReader          *self,
                        const char          *name,
                        const BaryAttribute *attributes,
                        int                  n)
{
  self->note = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_str_equal (name, notes[i].name))
      self->note = &notes[i];

  clear_values (self);
  if (self->note == NULL)
    bary_reader_fail_invalid (self, name, bary_sentence_misplaced (name, "sender, addressee, source, remark"));
  else if (bary_reader_take_attributes (self, name, attributes, n, self->note->attributes, self->note_values))
    {
      self->place = PLACE_NOTE;
      g_string_truncate (self->text, 0);
    }
}

void
bary_reader_end_note (BaryReader *self)
{
  self->note->take (self->manifest, self->note_values, self->text->str);
  self->place = PLACE_MANIFEST;
}

void
bary_reader_clear_note (BaryReader *self)
{
  clear_values (self);
}
