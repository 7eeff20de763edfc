#include "bary-roadmap-view-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-shortcut.h"

#include <glib/gi18n-lib.h>

static BarySession *
get_session (BaryRoadmapView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

/* What is shown */

static void
page_cb (GSimpleAction   *action,
         GVariant        *value,
         BaryRoadmapView *self)
{
  g_simple_action_set_state (action, value);
  bary_roadmap_view_refresh (self);
}

static void
school_year_cb (GSimpleAction   *action,
                GVariant        *value,
                BaryRoadmapView *self)
{
  bary_session_set_school_year (get_session (self), g_variant_get_int32 (value));
}

static void
previous_cb (BaryRoadmapView *self)
{
  bary_roadmap_view_step (self, -1);
}

static void
next_cb (BaryRoadmapView *self)
{
  bary_roadmap_view_step (self, 1);
}

static void
search_cb (BaryRoadmapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clear_cb (BaryRoadmapView *self)
{
  if (!bary_roadmap_filters_is_active (self->filters))
    {
      bary_roadmap_view_select (self, NULL);
      return;
    }
  gtk_editable_set_text (self->search, "");
  bary_roadmap_filters_set_words (self->filters, NULL);
  bary_roadmap_filters_clear (self->filters);
}

/* Roadmaps */

static void
add_roadmap_cb (BaryRoadmapView *self)
{
  g_autoptr (BaryRecord) roadmap = bary_record_new (BARY_KIND_ROADMAP, NULL);
  int year = bary_session_get_school_year (get_session (self));
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *words = bary_school_year_to_string (year);
  /* Translators: the name that a new roadmap has at first; %s: a school year */
  g_autofree char *name = g_strdup_printf (_("Roadmap %s"), words);

  bary_record_set_all (roadmap, "name", name, "school_year", number, NULL);
  bary_form_page_present (GTK_WIDGET (self), get_session (self), roadmap, NULL, NULL);
}

BaryRoadmap *
bary_roadmap_view_get_roadmap (BaryRoadmapView *self)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);
  int roadmap = -1;

  if (self->year == NULL || self->year->roadmaps->len == 0)
    return NULL;
  if (event != NULL)
    roadmap = (int) event->roadmap;
  else
    roadmap = bary_roadmap_year_find_roadmap (self->year, bary_roadmap_filters_get_cluster (self->filters));
  return ((BaryYearRoadmap *) self->year->roadmaps->pdata[MAX (roadmap, 0)])->record;
}

static void
edit_roadmap_cb (BaryRoadmapView *self)
{
  if (bary_roadmap_view_get_roadmap (self) != NULL)
    bary_form_page_present (GTK_WIDGET (self), get_session (self), BARY_RECORD (bary_roadmap_view_get_roadmap (self)), NULL, NULL);
}

static void
add_section_cb (BaryRoadmapView *self)
{
  g_autoptr (BaryRecord) section = bary_record_new (BARY_KIND_SECTION, NULL);

  if (bary_roadmap_view_get_roadmap (self) == NULL)
    return;
  bary_record_set_all (section, "roadmap", bary_record_get_id (BARY_RECORD (bary_roadmap_view_get_roadmap (self))), NULL);
  bary_form_page_present (GTK_WIDGET (self), get_session (self), section, NULL, NULL);
}

/* Events */

/* What is known only afterwards. */
static const char *const of_the_past[] = { "held_on", "attended", "feedback", "outcome", "links", NULL };

/* It is selected when it is there. */
static void
await (BaryRoadmapView *self,
       BaryRecord      *event)
{
  g_free (self->awaited);
  self->awaited = g_strdup (bary_record_get_id (event));
}

static void
add_cb (BaryRoadmapView *self)
{
  g_autoptr (BaryRecord) event = bary_record_new (BARY_KIND_EVENT, NULL);

  if (bary_roadmap_view_get_roadmap (self) == NULL)
    {
      add_roadmap_cb (self);
      return;
    }
  await (self, event);
  bary_record_set_all (event, "roadmap", bary_record_get_id (BARY_RECORD (bary_roadmap_view_get_roadmap (self))), "kind", "event",
                       "state", "planned", NULL);
  bary_roadmap_view_follow_page (self, bary_form_page_present (GTK_WIDGET (self), get_session (self), event, of_the_past, NULL));
}

static void
duplicate_cb (BaryRoadmapView *self)
{
  BaryYearEvent *selected = bary_roadmap_view_get_selected (self);
  g_autoptr (BaryRecord) copy = NULL;
  const BaryKindInfo *info = bary_kind_get_info (BARY_KIND_EVENT);

  if (selected == NULL)
    return;
  copy = bary_record_new (BARY_KIND_EVENT, NULL);
  await (self, copy);
  for (guint i = 0; i < info->n_fields; i++)
    if (!g_strv_contains (of_the_past, info->fields[i].name))
      bary_record_set (copy, &info->fields[i], bary_record_get (BARY_RECORD (selected->record), &info->fields[i]));
  bary_record_set_all (copy, "state", "planned", NULL);
  bary_roadmap_view_follow_page (self, bary_form_page_present (GTK_WIDGET (self), get_session (self), copy, of_the_past, NULL));
}

static void
remove_cb (BaryRoadmapView *self)
{
  BaryYearEvent *selected = bary_roadmap_view_get_selected (self);

  if (selected != NULL)
    bary_form_remove_record (GTK_WIDGET (self), get_session (self), BARY_RECORD (selected->record));
}

static void
edit_cb (BaryRoadmapView *self)
{
  if (bary_roadmap_view_get_selected (self) == NULL)
    return;
  bary_inspector_edit (self->inspector);
  bary_roadmap_view_follow_form (self);
}

static void
move_cb (BaryRoadmapView *self)
{
  bary_roadmap_view_move (self, "moved", BARY_NO_DAY);
}

static void
cancel_cb (BaryRoadmapView *self)
{
  BaryYearEvent *selected = bary_roadmap_view_get_selected (self);

  if (selected != NULL)
    bary_roadmap_view_move (self, g_strcmp0 (selected->record->state, "cancelled") == 0 ? "restored" : "cancelled", BARY_NO_DAY);
}

/* Actions and keys */

void
bary_roadmap_view_update_actions (BaryRoadmapView *self)
{
  static const char *const of_event[] = { "edit", "move", "cancel", "duplicate", "remove" };
  static const char *const papers[] = { "save-plan", "print-plan", "print-wall", "print-school", "send" };
  gboolean editable = bary_roadmap_view_is_editable (self);
  gboolean some = self->year != NULL && self->year->roadmaps->len > 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_event); i++)
    bary_acts_enable (self->actions, of_event[i], editable && bary_roadmap_view_get_selected (self) != NULL);
  bary_acts_enable (self->actions, "add", editable);
  bary_acts_enable (self->actions, "add-roadmap", editable);
  bary_acts_enable (self->actions, "edit-roadmap", editable && some);
  bary_acts_enable (self->actions, "add-section", editable && some);
  bary_roadmap_view_update_year_acts (self, editable && some);
  bary_roadmap_view_update_dialogs (self, editable && some);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    bary_acts_enable (self->actions, papers[i], some);
}

void
bary_roadmap_view_install_actions (BaryRoadmapView *self)
{
  const BaryAct acts[] = {
    { "previous", G_CALLBACK (previous_cb) },
    { "next", G_CALLBACK (next_cb) },
    { "search", G_CALLBACK (search_cb) },
    { "clear", G_CALLBACK (clear_cb) },
    { "add-roadmap", G_CALLBACK (add_roadmap_cb) },
    { "edit-roadmap", G_CALLBACK (edit_roadmap_cb) },
    { "add-section", G_CALLBACK (add_section_cb) },
    { "add", G_CALLBACK (add_cb) },
    { "edit", G_CALLBACK (edit_cb) },
    { "move", G_CALLBACK (move_cb) },
    { "cancel", G_CALLBACK (cancel_cb) },
    { "duplicate", G_CALLBACK (duplicate_cb) },
    { "remove", G_CALLBACK (remove_cb) },
  };

  self->actions = g_simple_action_group_new ();
  bary_acts_add (self->actions, acts, G_N_ELEMENTS (acts), self);
  bary_acts_add_other (self->actions, g_simple_action_new_stateful ("page", G_VARIANT_TYPE_STRING, g_variant_new_string ("today")),
                       "change-state", G_CALLBACK (page_cb), self);
  bary_acts_add_other (self->actions, g_simple_action_new ("school-year", G_VARIANT_TYPE_INT32), "activate", G_CALLBACK (school_year_cb),
                       self);
  bary_roadmap_view_install_year_acts (self);
  bary_roadmap_view_install_dialogs (self);
  bary_roadmap_view_install_papers (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "roadmap", G_ACTION_GROUP (self->actions));
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Control>f", "roadmap.search");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Control>n", "roadmap.add");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Alt>Left", "roadmap.previous");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Alt>Right", "roadmap.next");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "Escape", "roadmap.clear");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "Delete", "roadmap.remove");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "<Control>d", "roadmap.duplicate");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "<Control>m", "roadmap.move");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_LOCAL, "<Control>r", "roadmap.outcome");
}
