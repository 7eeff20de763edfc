#include "bary-roadmap-view-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BaryRoadmapView, bary_roadmap_view, BARY_TYPE_VIEW)

static BarySession *
get_session (BaryRoadmapView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

gboolean
bary_roadmap_view_is_editable (BaryRoadmapView *self)
{
  return self->store != NULL && !bary_store_is_read_only (self->store);
}

BaryYearEvent *
bary_roadmap_view_get_selected (BaryRoadmapView *self)
{
  int event = self->year != NULL ? bary_roadmap_year_find (self->year, self->selected) : -1;

  return event >= 0 ? self->year->events->pdata[event] : NULL;
}

/* What is shown */

static void
show_selected (BaryRoadmapView *self)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);
  int number = event != NULL ? bary_roadmap_year_find (self->year, self->selected) : -1;
  gboolean cancelled = event != NULL && g_strcmp0 (event->record->state, "cancelled") == 0;

  gtk_button_set_label (self->cancel_button, cancelled ? _("Plan Again…") : _("Cancel It…"));
  gtk_widget_set_visible (self->outcome_button, !cancelled);
  bary_inspector_show (self->inspector, event != NULL ? BARY_RECORD (event->record) : NULL);
  bary_roadmap_view_show_conflicts (self);
  gtk_widget_set_visible (self->event_bar, event != NULL && bary_roadmap_view_is_editable (self));
  adw_flap_set_reveal_flap (self->flap, event != NULL);
  /* The other pages know the numbers of the year as it was when they were shown. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "sheet") == 0)
    bary_sheet_page_set_selected (self->sheet, number);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "list") == 0)
    bary_agenda_set_selected (self->agenda, number);
  bary_roadmap_view_update_actions (self);
}

static const char *
find_page (BaryRoadmapView *self)
{
  if (self->year == NULL || self->year->roadmaps->len == 0)
    return "empty";
  if (self->n_fitting == 0 && bary_roadmap_filters_is_active (self->filters))
    return "none";
  if (g_str_equal (bary_roadmap_view_get_page (self), "today") || g_str_equal (bary_roadmap_view_get_page (self), "list"))
    return bary_roadmap_view_get_page (self);
  return "sheet";
}

void
bary_roadmap_view_refresh (BaryRoadmapView *self)
{
  const char *page;

  if (self->year != NULL)
    {
      self->fitting = g_renew (guint8, self->fitting, self->year->events->len + 1);
      self->rows = g_renew (guint8, self->rows, self->year->roadmaps->len + 1);
      self->n_fitting = bary_roadmap_filters_apply (self->filters, self->year, self->fitting, self->rows);
    }
  bary_roadmap_view_show_due (self);
  page = find_page (self);
  if (g_str_equal (page, "sheet"))
    bary_sheet_page_show (self->sheet, self->year, self->fitting, self->rows, bary_roadmap_view_get_days (self));
  else if (g_str_equal (page, "list"))
    bary_agenda_show (self->agenda, self->year, self->fitting);
  else if (g_str_equal (page, "empty") && self->store != NULL)
    bary_roadmap_view_fill_years (self);
  gtk_stack_set_visible_child_name (self->pages, page);
  bary_roadmap_view_describe (self);
  show_selected (self);
}

/* The year is another one, or there is something else in it. */
static void
show_year (BaryRoadmapView *self)
{
  if (self->year != NULL && bary_roadmap_year_find (self->year, self->awaited) >= 0)
    {
      g_free (self->selected);
      self->selected = g_steal_pointer (&self->awaited);
    }
  bary_roadmap_filters_fill (self->filters, self->year);
  bary_sheet_page_set_editable (self->sheet, bary_roadmap_view_is_editable (self));
  bary_roadmap_view_refresh (self);
}

static void
read_year (BaryRoadmapView *self)
{
  g_autoptr (GError) error = NULL;

  self->stale = FALSE;
  g_clear_pointer (&self->year, bary_roadmap_year_free);
  self->year = bary_roadmap_year_read (self->store, bary_session_get_school_year (get_session (self)), &error);
  if (self->year == NULL)
    bary_session_fail (get_session (self), error);
  show_year (self);
}

static void
reload (BaryRoadmapView *self)
{
  if (self->store == NULL)
    {
      g_clear_pointer (&self->year, bary_roadmap_year_free);
      bary_roadmap_view_refresh (self);
    }
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_year (self);
  else
    self->stale = TRUE;
}

static void
store_changed_cb (BaryRoadmapView *self,
                  GPtrArray       *touches)
{
  gboolean changed = FALSE;

  if (self->stale || self->year == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !bary_roadmap_year_follow (self->year, self->store, touches, &changed))
    reload (self);
  else if (changed)
    show_year (self);
}

static void
bary_roadmap_view_map (GtkWidget *widget)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (widget);

  GTK_WIDGET_CLASS (bary_roadmap_view_parent_class)->map (widget);
  if (self->stale && self->store != NULL)
    read_year (self);
}

void
bary_roadmap_view_select (BaryRoadmapView *self,
                          const char      *id)
{
  if (g_strcmp0 (self->selected, id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (id);
  show_selected (self);
}

/* Signals */

static void
event_selected_cb (BaryRoadmapView *self,
                   int              event)
{
  BaryYearEvent *it = event >= 0 && self->year != NULL ? self->year->events->pdata[event] : NULL;

  bary_roadmap_view_select (self, it != NULL ? bary_record_get_id (BARY_RECORD (it->record)) : NULL);
}

static void
event_activated_cb (BaryRoadmapView *self,
                    int              event)
{
  event_selected_cb (self, event);
  bary_inspector_edit (self->inspector);
  bary_roadmap_view_follow_form (self);
}

static void
event_dropped_cb (BaryRoadmapView *self,
                  int              event,
                  guint            day)
{
  event_selected_cb (self, event);
  bary_roadmap_view_move (self, "moved", day);
}

static void
event_chosen_cb (BaryRoadmapView *self,
                 const char      *id)
{
  bary_roadmap_view_select (self, id);
}

static void
duty_done_cb (BaryRoadmapView *self,
              guint            obligation)
{
  bary_roadmap_view_mark_done (self, obligation);
}

static void
duty_write_cb (BaryRoadmapView *self,
               guint            obligation)
{
  bary_roadmap_view_write (self, obligation);
}

static void
search_changed_cb (BaryRoadmapView *self)
{
  bary_roadmap_filters_set_words (self->filters, gtk_editable_get_text (self->search));
}

static void
search_stopped_cb (BaryRoadmapView *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
filtered_cb (BaryRoadmapView *self)
{
  bary_roadmap_view_refresh (self);
}

static void
inspector_closed_cb (BaryRoadmapView *self)
{
  bary_roadmap_view_select (self, NULL);
}

static void
store_replaced_cb (BaryRoadmapView *self)
{
  BaryStore *store = bary_session_get_store (get_session (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  if (g_set_object (&self->store, store) && store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->selected, g_free);
  reload (self);
}

static void
year_changed_cb (BaryRoadmapView *self)
{
  BaryDaySpan days = bary_school_year_span (bary_session_get_school_year (get_session (self)));
  g_autofree char *today = bary_date_today ();
  BaryDay day = bary_day_from_iso (today);

  self->day = bary_day_span_covers (days, day) ? day : days.first;
  reload (self);
}

static void
bary_roadmap_view_session_changed (BaryView *view)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (view);
  BarySession *session = get_session (self);

  if (session == NULL)
    return;
  g_object_set (self->inspector, "session", session, NULL);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::school-year", G_CALLBACK (year_changed_cb), self, G_CONNECT_SWAPPED);
  year_changed_cb (self);
  store_replaced_cb (self);
}

/* Going there */

/* Returns: FALSE if there is no such roadmap. */
static gboolean
open_roadmap (BaryRoadmapView *self,
              const char      *id)
{
  g_autoptr (BaryRecord) roadmap = bary_store_get (self->store, BARY_KIND_ROADMAP, id, NULL);

  if (roadmap == NULL)
    return FALSE;
  bary_session_set_school_year (get_session (self), (int) g_ascii_strtoll (BARY_ROADMAP (roadmap)->school_year, NULL, 10));
  if (self->year == NULL || self->stale)
    read_year (self);
  return TRUE;
}

static gboolean
go_to_event (BaryRoadmapView *self,
             const char      *id)
{
  g_autoptr (BaryRecord) record = bary_store_get (self->store, BARY_KIND_EVENT, id, NULL);
  int event;

  if (record == NULL || !open_roadmap (self, BARY_EVENT (record)->roadmap))
    return FALSE;
  event = bary_roadmap_year_find (self->year, id);
  if (event >= 0 && !self->fitting[event])
    {
      gtk_editable_set_text (self->search, "");
      bary_roadmap_filters_set_words (self->filters, NULL);
      bary_roadmap_filters_clear (self->filters);
    }
  if (g_str_equal (bary_roadmap_view_get_page (self), "today"))
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "page", g_variant_new_string ("year"));
  if (event >= 0)
    self->day = ((BaryYearEvent *) self->year->events->pdata[event])->period.earliest;
  g_free (self->selected);
  self->selected = g_strdup (id);
  bary_roadmap_view_refresh (self);
  return TRUE;
}

static gboolean
bary_roadmap_view_go_to (BaryView   *view,
                         BaryKind    kind,
                         const char *id)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (view);
  g_autoptr (BaryRecord) record = NULL;

  if (self->store == NULL || (kind != BARY_KIND_EVENT && kind != BARY_KIND_ROADMAP))
    return FALSE;
  if (kind == BARY_KIND_EVENT)
    return go_to_event (self, id);
  if (!open_roadmap (self, id))
    return FALSE;
  record = bary_store_get (self->store, BARY_KIND_ROADMAP, id, NULL);
  bary_roadmap_filters_set_cluster (self->filters, BARY_ROADMAP (record)->cluster);
  return TRUE;
}

static gboolean
bary_roadmap_view_take_file (BaryView *view,
                             GFile    *file)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (view);

  if (!bary_roadmap_view_is_editable (self))
    return FALSE;
  if (self->year == NULL || self->stale)
    read_year (self);
  bary_roadmap_view_take_calendar (self, file);
  return TRUE;
}

/* Life */

static void
bary_roadmap_view_dispose (GObject *object)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->year, bary_roadmap_year_free);

  G_OBJECT_CLASS (bary_roadmap_view_parent_class)->dispose (object);
}

static void
bary_roadmap_view_finalize (GObject *object)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (object);

  g_free (self->fitting);
  g_free (self->rows);
  g_free (self->selected);
  g_free (self->awaited);

  G_OBJECT_CLASS (bary_roadmap_view_parent_class)->finalize (object);
}

static void
bary_roadmap_view_class_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-roadmap-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, flap);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, steps);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, step_label);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, search);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, filters);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, today_button);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, today);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, sheet);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, agenda);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, empty);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, years);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, count);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, event_bar);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, outcome_button);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, conflicts);
  gtk_widget_class_bind_template_child (widget_class, BaryRoadmapView, inspector);
  gtk_widget_class_bind_template_callback (widget_class, event_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, duty_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, duty_write_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_closed_cb);
}

static void
bary_roadmap_view_class_init (BaryRoadmapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bary_roadmap_view_dispose;
  object_class->finalize = bary_roadmap_view_finalize;
  widget_class->map = bary_roadmap_view_map;
  BARY_VIEW_CLASS (klass)->session_changed = bary_roadmap_view_session_changed;
  BARY_VIEW_CLASS (klass)->go_to = bary_roadmap_view_go_to;
  BARY_VIEW_CLASS (klass)->take_file = bary_roadmap_view_take_file;

  g_type_ensure (BARY_TYPE_AGENDA);
  g_type_ensure (BARY_TYPE_CONFLICT_LIST);
  g_type_ensure (BARY_TYPE_INSPECTOR);
  g_type_ensure (BARY_TYPE_ROADMAP_FILTERS);
  g_type_ensure (BARY_TYPE_SHEET_PAGE);
  g_type_ensure (BARY_TYPE_TODAY);
  bary_roadmap_view_class_bind (widget_class);
}

static void
bary_roadmap_view_init (BaryRoadmapView *self)
{
  bary_roadmap_view_install_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
