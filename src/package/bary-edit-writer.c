#include "bary-edit-writer.h"

static const char *const operations[] = { [BARY_CHANGE_ADD] = "add", [BARY_CHANGE_SET] = "set", [BARY_CHANGE_REMOVE] = "remove" };

void
bary_xml_append_escaped (GString    *out,
                         const char *text)
{
  while (*text != '\0')
    {
      gsize plain = 0;

      while (text[plain] != '\0' && text[plain] != '&' && text[plain] != '<' && text[plain] != '>' &&
             text[plain] != '"' && text[plain] != '\r')
        plain++;
      g_string_append_len (out, text, plain);
      text += plain;
      if (*text != '\0')
        g_string_append_printf (out, "&#%d;", *text++);
    }
}

void
bary_edit_append_replica (GString           *out,
                          const BaryReplica *replica)
{
  g_string_append_printf (out, "    <replica id=\"%s\"", replica->id);
  if (replica->centre != NULL)
    g_string_append_printf (out, " centre=\"%s\"", replica->centre);
  g_string_append_printf (out, " base=\"%" G_GINT64_FORMAT "\" holds=\"%" G_GINT64_FORMAT "\">", replica->base, replica->holds);
  bary_xml_append_escaped (out, replica->name);
  g_string_append (out, "</replica>\n");
}

static void
append_field (GString         *out,
              const BaryField *field,
              const char      *value)
{
  if (value == NULL)
    {
      g_string_append_printf (out, "      <clear field=\"%s\"/>\n", field->name);
      return;
    }

  g_string_append_printf (out, "      <set field=\"%s\">", field->name);
  bary_xml_append_escaped (out, value);
  g_string_append (out, "</set>\n");
}

void
bary_edit_append (GString            *out,
                  const BarySentEdit *edit)
{
  const BaryKindInfo *info = bary_record_get_info (edit->record);

  g_string_append_printf (out, "    <edit replica=\"%s\" stamp=\"%" G_GINT64_FORMAT "\" ordinal=\"%u\" operation=\"%s\" "
                          "kind=\"%s\" record=\"%s\">\n      <author>", edit->replica, edit->stamp, edit->ordinal,
                          operations[edit->operation], info->name, bary_record_get_id (edit->record));
  bary_xml_append_escaped (out, edit->author);
  g_string_append (out, "</author>\n");
  for (guint i = 0; i < info->n_fields; i++)
    if (edit->fields & (G_GUINT64_CONSTANT (1) << i))
      append_field (out, &info->fields[i], bary_record_get (edit->record, &info->fields[i]));
  g_string_append (out, "    </edit>\n");
}

void
bary_edit_append_knowledge (GString                 *out,
                            const BarySentKnowledge *knowledge)
{
  g_string_append_printf (out, "    <knew replica=\"%s\" stamp=\"%" G_GINT64_FORMAT "\" other=\"%s\" known=\"%" G_GINT64_FORMAT "\"/>\n",
                          knowledge->replica, knowledge->stamp, knowledge->other, knowledge->known);
}
