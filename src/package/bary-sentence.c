#include "bary-sentence.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define LONGEST_QUOTE 60 /* characters */

static char *
quote (const char *text,
       gssize      length)
{
  g_autofree char *clean = g_utf8_make_valid (text, length);

  g_strstrip (clean);
  if (g_utf8_strlen (clean, -1) > LONGEST_QUOTE)
    {
      g_autofree char *start = g_utf8_substring (clean, 0, LONGEST_QUOTE);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&clean);
}

char *
bary_sentence_unknown_attribute (const char *name)
{
  g_autofree char *shown = quote (name, -1);

  return g_strdup_printf (_("there is no attribute “%s” here in a package of this version: "
                            "bring the program up to date, or ask the sender to make the package again"), shown);
}

char *
bary_sentence_misplaced (const char *name,
                         const char *expected)
{
  g_autofree char *shown = quote (name, -1);

  /* Translators: 1: an element of XML, 2: one or more elements */
  return g_strdup_printf (_("“%1$s” stands where “%2$s” is expected: ask the sender to make the package again"), shown, expected);
}

char *
bary_sentence_unknown_kind (const char *name)
{
  g_autofree char *shown = quote (name, -1);

  return g_strdup_printf (_("the program does not know records of the kind “%s”: bring the program up to date, "
                            "or ask the sender to make the package without them"), shown);
}

char *
bary_sentence_late (const char *name,
                    const char *last)
{
  /* Translators: 1 and 2: kinds of record as words of XML */
  return g_strdup_printf (_("“%1$s” comes after “%2$s”, but must come before: ask the sender to make the package again"),
                          name, last);
}

static const BaryField *
find_field (const BaryKindInfo *info,
            const char         *name)
{
  return name != NULL ? bary_kind_find_field (info->kind, name, NULL) : NULL;
}

/* The first required field that was passed over before `end`. */
static const BaryField *
find_missing (const BaryKindInfo *info,
              guint               next,
              const BaryField    *end)
{
  for (guint i = next; i < info->n_fields && &info->fields[i] != end; i++)
    if (info->fields[i].flags & BARY_FIELD_REQUIRED)
      return &info->fields[i];

  return NULL;
}

char *
bary_sentence_unexpected_field (const BaryKindInfo *info,
                                guint               next,
                                const char         *name)
{
  const BaryField *field = find_field (info, name);
  const BaryField *missing;
  g_autofree char *shown = NULL;

  if (name != NULL && field == NULL)
    {
      shown = quote (name, -1);
      /* Translators: 1: a kind of record, 2: an element of XML */
      return g_strdup_printf (_("%1$s: there is no field “%2$s”: bring the program up to date, "
                                "or ask the sender to make the package without it"), _(info->label), shown);
    }

  if (field != NULL && field < &info->fields[next])
    /* Translators: 1: a kind of record, 2: a field */
    return g_strdup_printf (_("%1$s: “%2$s” is given twice or out of its order: ask the sender to make the package again"),
                            _(info->label), bary_field_get_label (field));

  missing = find_missing (info, next, field);
  /* Translators: 1: a kind of record, 2: a field */
  return g_strdup_printf (_("%1$s: “%2$s” is missing: ask the sender to fill it in and to make the package again"),
                          _(info->label), bary_field_get_label (missing != NULL ? missing : info->fields));
}

char *
bary_sentence_bad_id (void)
{
  return g_strdup (_("the record has no proper id (36 characters: digits, letters a to f, hyphens): "
                     "ask the sender to make the package again"));
}

char *
bary_sentence_nested (const char *name)
{
  g_autofree char *shown = quote (name, -1);

  return g_strdup_printf (_("“%s” stands within a field, which holds only text: ask the sender to make the package again"), shown);
}

char *
bary_sentence_empty (const BaryField *field)
{
  return g_strdup_printf (_("“%s” is empty: it should be filled in or left out; ask the sender to make the package again"),
                          bary_field_get_label (field));
}

char *
bary_sentence_bad_value (const BaryField *field,
                         const char      *value)
{
  g_autofree char *shown = quote (value, -1);

  /* Translators: 1: a field, 2: what was written */
  return g_strdup_printf (_("“%1$s” cannot be written as “%2$s” in a package: ask the sender to correct it and to make the package again"),
                          bary_field_get_label (field), shown);
}

char *
bary_sentence_stray_text (const char *text,
                          int         length)
{
  g_autofree char *shown = quote (text, length);

  return g_strdup_printf (_("the text “%s” stands outside any field: ask the sender to make the package again"), shown);
}

char *
bary_sentence_unfit (gboolean head)
{
  if (head)
    return g_strdup (_("the head of the package lacks something or says it wrongly (id, kind, created, sender): "
                       "ask the sender to make the package again"));

  return g_strdup (_("this does not fit the grammar of packages: ask the sender to make the package again"));
}

const char *
bary_sentence_out_of_memory (void)
{
  return _("reading the file takes more memory than any package does: it is damaged or made to harm; ask the sender for it again");
}

const char *
bary_sentence_from_parser (const xmlError   *problem,
                           BaryPackageError *code)
{
  switch (problem->code)
    {
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      *code = BARY_PACKAGE_ERROR_FORBIDDEN;
      return _("an entity is used here, and a package has none: ask the sender to make it again with Barycenter");

    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      *code = BARY_PACKAGE_ERROR_ENCODING;
      return _("the text is not in UTF-8: ask the sender to save the package in UTF-8");

    case XML_ERR_NO_MEMORY:
      *code = BARY_PACKAGE_ERROR_TOO_LARGE;
      return bary_sentence_out_of_memory ();

    case XML_ERR_NAME_TOO_LONG:
    case XML_ERR_INTERNAL_ERROR:
      *code = BARY_PACKAGE_ERROR_TOO_LARGE;
      return _("a tag, a text or the whole is larger than any package: this is not a package of Barycenter, or it is damaged; "
               "ask the sender for it again");

    case XML_ERR_TAG_NAME_MISMATCH:
      *code = BARY_PACKAGE_ERROR_MALFORMED;
      return _("an element is closed by another one's end: the file is damaged; copy it again or ask the sender for it");

    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      *code = BARY_PACKAGE_ERROR_MALFORMED;
      return _("there is a character here that no text may hold: the file is damaged; copy it again or ask the sender for it");

    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      *code = BARY_PACKAGE_ERROR_MALFORMED;
      return _("a sign “&” or “<” stands in a text as it is: it should be written “&amp;” or “&lt;”; "
               "ask the sender to make the package again with Barycenter");

    case XML_ERR_DOCUMENT_EMPTY:
      *code = BARY_PACKAGE_ERROR_INCOMPLETE;
      return _("the file is cut off here: it was not copied or downloaded to its end; copy it again or ask the sender for it");

    default:
      *code = BARY_PACKAGE_ERROR_MALFORMED;
      return _("the marks of XML are broken here: the file is damaged; copy it again or ask the sender for it");
    }
}
