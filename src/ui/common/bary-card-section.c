#include "bary-card-section.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-store-field.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_LETTER 3

static const BaryCardSection sections[] = {
  { BARY_KIND_ORGANISATION, BARY_KIND_MEMBERSHIP, "organisation", N_("Clusters"), "cluster", "cluster", NULL,
    { "group.name", "role" }, N_("Add to a cluster") },
  { BARY_KIND_ORGANISATION, BARY_KIND_CLUSTER, "barycenter", N_("Clusters"), NULL, NULL, N_("Barycenter"), { NULL } },
  { BARY_KIND_ORGANISATION, BARY_KIND_CLUSTER, "base_site", N_("Clusters"), NULL, NULL, N_("Base site"), { NULL } },
  { BARY_KIND_ORGANISATION, BARY_KIND_STATUS, "organisation", N_("Statuses"), "kind", NULL, NULL,
    { "state", "name", "order_number", "order_date" }, N_("Add a status") },
  { BARY_KIND_ORGANISATION, BARY_KIND_PARTY, "organisation", N_("Agreements"), "agreement", "agreement", NULL,
    { "agreement.number", "agreement.date", "role" }, N_("Add an agreement") },
  { BARY_KIND_ORGANISATION, BARY_KIND_ROLE, "organisation", N_("Roles"), "person", "person", NULL,
    { "kind", "name", "cluster" }, N_("Add a role") },
  { BARY_KIND_ORGANISATION, BARY_KIND_PERSON, "organisation", N_("People"), NULL, NULL, NULL, { "position", "phone" }, N_("Add a person") },
  { BARY_KIND_ORGANISATION, BARY_KIND_BODY, "organisation", N_("Bodies"), NULL, NULL, NULL, { "kind" } },
  { BARY_KIND_ORGANISATION, BARY_KIND_BODY_MEMBER, "organisation", N_("Bodies"), "body", "body", NULL,
    { "role", "person" } },
  { BARY_KIND_PERSON, BARY_KIND_ROLE, "person", N_("Roles"), "kind", "cluster", NULL,
    { "name", "cluster", "organisation" }, N_("Add a role") },
  { BARY_KIND_PERSON, BARY_KIND_BODY_MEMBER, "person", N_("Bodies"), "body", "body", NULL, { "role" } },
  { BARY_KIND_CENTRE, BARY_KIND_CLUSTER, "centre", N_("Clusters"), NULL, NULL, NULL, { "direction" } },
  { BARY_KIND_CENTRE, BARY_KIND_BODY, "centre", N_("Bodies"), NULL, NULL, NULL, { "kind" } },
  { BARY_KIND_CENTRE, BARY_KIND_DIRECTION, "centre", N_("Directions"), NULL, NULL, NULL, { "organisation_kind" } },
  { BARY_KIND_AGREEMENT, BARY_KIND_PARTY, "agreement", N_("Parties"), "organisation", "organisation", NULL, { "role" }, N_("Add a party") },
  { BARY_KIND_AGREEMENT, BARY_KIND_LINK, "agreement", N_("Links"), "organisation", "organisation", NULL,
    { "partner", "kind" } },
  { BARY_KIND_BODY, BARY_KIND_BODY_MEMBER, "body", N_("Members"), "person", "person", NULL, { "organisation", "role" }, N_("Add a member") },
  { BARY_KIND_BODY, BARY_KIND_BODY, "parent", N_("Bodies"), NULL, NULL, NULL, { "kind" } },
  { BARY_KIND_DIRECTION, BARY_KIND_CLUSTER, "direction", N_("Clusters"), NULL, NULL, NULL, { NULL } },
  { BARY_KIND_SCHEME, BARY_KIND_GROUP, "scheme", N_("Groups"), NULL, NULL, NULL, { "full_name" }, N_("Add a group") },
  { BARY_KIND_SCHEME, BARY_KIND_CLUSTER, "scheme", N_("Clusters"), NULL, NULL, NULL, { NULL } },
  { BARY_KIND_EVENT, BARY_KIND_EVENT_PART, "event", N_("Takes part"), "organisation", "organisation", NULL,
    { "part", "took_part", "attended" }, N_("Add a participant") },
  { BARY_KIND_EVENT, BARY_KIND_EVENT_AWARD, "event", N_("Awards"), "person", "person", NULL, { "award", "organisation", "note" },
    N_("Add an award") },
  { BARY_KIND_EVENT, BARY_KIND_EVENT_MOVE, "event", N_("Changes of dates"), "kind", NULL, NULL,
    { "from_dates", "to_dates", "moved_on", "reason", "remark" } },
  { BARY_KIND_EVENT, BARY_KIND_SENDING, "event", N_("Sendings"), "duty", NULL, NULL, { "sent_on", "channel", "note" },
    N_("Add what was sent") },
  { BARY_KIND_EVENT, BARY_KIND_CONFLICT_NOTE, "event", N_("Accepted conflicts"), "conflict", NULL, NULL, { "other", "note" } },
  { BARY_KIND_GROUP, BARY_KIND_DOCUMENT, "group", N_("Documents"), NULL, NULL, NULL, { "kind" } },
};

const BaryCardSection *
bary_card_sections (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

/* A letter or a number says little without the word; a name says it all, and the full name more. */
static char *
group_to_words (BaryRecord *group)
{
  const char *name = bary_record_get_name (group);
  const char *full_name = bary_record_get_text (group, "full_name");

  if (g_utf8_strlen (name, -1) > LONGEST_LETTER)
    return g_strdup (full_name != NULL ? full_name : name);
  if (full_name == NULL)
    /* Translators: %s: a letter or a number: "group А" */
    return g_strdup_printf (_("group %s"), name);
  /* Translators: 1: a letter or a number, 2: a name: "group А · Reference schools" */
  return g_strdup_printf (_("group %1$s · %2$s"), name, full_name);
}

/* Words of "field" or "reference.field"; empty if there are none. */
static char *
path_to_words (BaryStore  *store,
               BaryRecord *record,
               const char *path)
{
  const char *dot = strchr (path, '.');
  g_autofree char *reference = dot != NULL ? g_strndup (path, dot - path) : NULL;
  g_autoptr (BaryRecord) owner = dot != NULL ? bary_store_follow (store, record, reference) : g_object_ref (record);
  const BaryField *field;
  g_autofree char *words = NULL;

  if (owner == NULL)
    return g_strdup ("");

  field = bary_kind_find_field (bary_record_get_kind (owner), dot != NULL ? dot + 1 : path, NULL);
  words = bary_store_value_to_words (store, field, bary_record_get (owner, field));
  if (*words != '\0' && (strstr (field->name, "number") != NULL))
    /* Translators: %s: the number of an agreement or an order */
    return g_strdup_printf (_("No. %s"), words);
  if (*words != '\0' && g_str_equal (path, "group.name"))
    return group_to_words (owner);
  return g_steal_pointer (&words);
}

char *
bary_card_section_head (const BaryCardSection *section,
                        BaryStore             *store,
                        BaryRecord            *record)
{
  g_autofree char *head = section->head != NULL ? path_to_words (store, record, section->head) : NULL;

  /* A member of a body may be an organisation without a person. */
  if (head != NULL && *head == '\0' && bary_kind_find_field (section->kind, "organisation", NULL) != NULL)
    {
      g_free (head);
      head = path_to_words (store, record, "organisation");
    }
  return head != NULL && *head != '\0' ? g_steal_pointer (&head) : bary_store_describe (store, record);
}

char *
bary_card_range_to_words (const char *from,
                          const char *to)
{
  g_autofree char *start = from != NULL ? bary_date_to_words (from) : NULL;
  g_autofree char *end = to != NULL ? bary_date_to_words (to) : NULL;

  if (start != NULL && end != NULL)
    /* Translators: 1 and 2: days in words */
    return g_strdup_printf (_("%1$s – %2$s"), start, end);
  if (start != NULL)
    /* Translators: %s: a day in words */
    return g_strdup_printf (_("since %s"), start);
  if (end != NULL)
    /* Translators: %s: a day in words */
    return g_strdup_printf (_("until %s"), end);
  return NULL;
}

/* What was said already is not said again. */
static void
append_detail (GString    *details,
               const char *words)
{
  g_autofree char *said = bary_text_fold (details->str);
  g_autofree char *folded = words != NULL ? bary_text_fold (words) : NULL;

  if (folded != NULL && *folded != '\0' && strstr (said, folded) == NULL)
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", words);
}

char *
bary_card_section_details (const BaryCardSection *section,
                           BaryStore             *store,
                           BaryRecord            *record)
{
  GString *details = g_string_new (NULL);
  g_autofree char *range = NULL;

  if (section->remark != NULL)
    append_detail (details, _(section->remark));
  for (guint i = 0; i < G_N_ELEMENTS (section->details) && section->details[i] != NULL; i++)
    {
      g_autofree char *words = path_to_words (store, record, section->details[i]);
      g_autofree char *head = section->head != NULL ? bary_card_section_head (section, store, record) : NULL;

      if (g_strcmp0 (words, head) != 0)
        append_detail (details, words);
    }
  if (bary_kind_find_field (section->kind, "from", NULL) != NULL)
    range = bary_card_range_to_words (bary_record_get_text (record, "from"), bary_record_get_text (record, "to"));
  append_detail (details, range);
  return g_string_free (details, FALSE);
}

BaryRecord *
bary_card_section_target (const BaryCardSection *section,
                          BaryStore             *store,
                          BaryRecord            *record)
{
  BaryRecord *target;

  if (section->target == NULL)
    return g_object_ref (record);

  target = bary_store_follow (store, record, section->target);
  if (target == NULL && bary_kind_find_field (section->kind, "organisation", NULL) != NULL)
    target = bary_store_follow (store, record, "organisation");
  return target;
}
