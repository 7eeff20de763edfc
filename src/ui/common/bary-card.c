#include "bary-card.h"

#include "bary-card-facts.h"
#include "bary-card-history.h"
#include "bary-card-section.h"
#include "bary-config.h"
#include "bary-form-page.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

/* A list beyond this says how many more there are. */
#define MOST_ROWS 40

struct _BaryCard {
  AdwBin       parent_instance;

  GtkWidget   *box;
  BarySession *session;
  BaryStore   *store;
  BaryRecord  *record;
  gulong       changed_handler;
  guint        rebuild_source;
};

G_DEFINE_FINAL_TYPE (BaryCard, bary_card, ADW_TYPE_BIN)

enum {
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static void
row_activated_cb (GtkWidget *row,
                  BaryCard  *self)
{
  BaryRecord *target = g_object_get_data (G_OBJECT (row), "target");

  bary_session_go_to (self->session, bary_record_get_kind (target), bary_record_get_id (target));
}

static gboolean
is_over (BaryCard   *self,
         BaryRecord *record)
{
  const BaryField *to = bary_kind_find_field (bary_record_get_kind (record), "to", NULL);
  const char *end = to != NULL ? bary_record_get (record, to) : NULL;

  return end != NULL && g_strcmp0 (end, bary_session_get_day (self->session)) < 0;
}

static void
edit_related_cb (GtkWidget *widget,
                 BaryCard  *self)
{
  const BaryCardSection *section = g_object_get_data (G_OBJECT (widget), "section");
  BaryRecord *record = g_object_get_data (G_OBJECT (widget), "record");
  const char *const hidden[] = { section->field, NULL };

  bary_form_page_present (GTK_WIDGET (self), self->session, record, hidden, NULL);
}

static void
remember (GtkWidget             *widget,
          const BaryCardSection *section,
          BaryRecord            *record)
{
  g_object_set_data (G_OBJECT (widget), "section", (gpointer) section);
  g_object_set_data_full (G_OBJECT (widget), "record", g_object_ref (record), g_object_unref);
}

static GtkWidget *
make_flat_button (const char *icon_name,
                  const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* What only joins two records has no card of its own: it is edited here. */
static void
add_edit_button (BaryCard              *self,
                 GtkWidget             *row,
                 const BaryCardSection *section,
                 BaryRecord            *record)
{
  GtkWidget *button = make_flat_button ("document-edit-symbolic", _("Edit"));
  g_autofree char *label = NULL;

  /* Translators: %s: what is edited */
  label = g_strdup_printf (_("Edit: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  remember (button, section, record);
  g_signal_connect (button, "clicked", G_CALLBACK (edit_related_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_target (BaryCard   *self,
            GtkWidget  *row,
            BaryRecord *target)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "target", g_object_ref (target), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
}

/* What only says more about the record on the card; the others are at home somewhere. */
static gboolean
has_card (BaryKind kind)
{
  return kind != BARY_KIND_STATUS && kind != BARY_KIND_EVENT_MOVE && kind != BARY_KIND_SENDING && kind != BARY_KIND_CONFLICT_NOTE;
}

static GtkWidget *
make_related_row (BaryCard              *self,
                  const BaryCardSection *section,
                  BaryRecord            *record)
{
  g_autofree char *head = bary_card_section_head (section, self->store, record);
  g_autofree char *details = bary_card_section_details (section, self->store, record);
  g_autoptr (BaryRecord) target = bary_card_section_target (section, self->store, record);
  GtkWidget *row = bary_rows_make (head, details);

  if (is_over (self, record))
    gtk_widget_add_css_class (row, "dim-label");

  if ((target != record || !has_card (section->kind)) && !bary_store_is_read_only (self->store))
    add_edit_button (self, row, section, record);
  if (target != NULL && (target != record || has_card (section->kind)))
    add_target (self, row, target);
  return row;
}

static GPtrArray *
select_related (BaryCard              *self,
                const BaryCardSection *section)
{
  return bary_store_select_parts (self->store, section->kind, section->field, bary_record_get_id (self->record), NULL);
}

static GtkWidget *
make_more_row (guint more)
{
  g_autofree char *title = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);
  GtkWidget *row = bary_rows_make (title, NULL);

  gtk_widget_add_css_class (row, "dim-label");
  return row;
}

/* Adding an agreement from an organisation makes the agreement and this party of it. */
static void
add_related_cb (GtkWidget *button,
                BaryCard  *self)
{
  const BaryCardSection *section = g_object_get_data (G_OBJECT (button), "section");
  g_autoptr (BaryRecord) record = bary_record_new (section->kind, NULL);
  const char *const hidden[] = { section->field, NULL };

  bary_record_set_all (record, section->field, bary_record_get_id (self->record), NULL);
  if (section->on == BARY_KIND_ORGANISATION && section->kind == BARY_KIND_PARTY)
    {
      g_autoptr (BaryRecord) agreement = bary_record_new (BARY_KIND_AGREEMENT, NULL);

      bary_record_set_all (record, "agreement", bary_record_get_id (agreement), NULL);
      bary_form_page_present (GTK_WIDGET (self), self->session, agreement, NULL, record);
    }
  else
    bary_form_page_present (GTK_WIDGET (self), self->session, record, hidden, NULL);
}

static GtkWidget *
make_add_button (BaryCard              *self,
                 const BaryCardSection *section)
{
  GtkWidget *button = make_flat_button ("list-add-symbolic", _(section->adds));

  g_object_set_data (G_OBJECT (button), "section", (gpointer) section);
  g_signal_connect (button, "clicked", G_CALLBACK (add_related_cb), self);
  return button;
}

static AdwPreferencesGroup *
make_group (BaryCard              *self,
            const BaryCardSection *section)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(section->title));
  if (section->adds != NULL && !bary_store_is_read_only (self->store))
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), make_add_button (self, section));
  gtk_box_append (GTK_BOX (self->box), group);
  return ADW_PREFERENCES_GROUP (group);
}

/* Adds a section's rows to `group`, or to a new one. */
static AdwPreferencesGroup *
append_section (BaryCard              *self,
                const BaryCardSection *section,
                AdwPreferencesGroup   *group)
{
  g_autoptr (GPtrArray) records = select_related (self, section);
  guint n_records = records != NULL ? records->len : 0;

  if (n_records == 0 && section->adds == NULL)
    return group;
  if (group == NULL)
    group = make_group (self, section);

  for (guint i = 0; i < MIN (n_records, MOST_ROWS); i++)
    adw_preferences_group_add (group, make_related_row (self, section, records->pdata[i]));
  if (n_records > MOST_ROWS)
    adw_preferences_group_add (group, make_more_row (n_records - MOST_ROWS));
  return group;
}

static void
append_sections (BaryCard *self)
{
  guint n_sections;
  const BaryCardSection *sections = bary_card_sections (&n_sections);
  AdwPreferencesGroup *group = NULL;
  const char *title = NULL;

  for (guint i = 0; i < n_sections; i++)
    {
      if (sections[i].on != bary_record_get_kind (self->record))
        continue;
      if (g_strcmp0 (title, sections[i].title) != 0)
        group = NULL;
      title = sections[i].title;
      group = append_section (self, &sections[i], group);
    }
}

/* The head */

static GtkWidget *
make_head_label (const char *text,
                 const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
edit_clicked_cb (BaryCard *self)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[EDIT], 0, self->record, &handled);
  if (!handled)
    bary_form_page_present (GTK_WIDGET (self), self->session, self->record, NULL, NULL);
}

static GtkWidget *
make_edit_button (BaryCard *self)
{
  GtkWidget *button = make_flat_button ("document-edit-symbolic", _("Edit"));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (edit_clicked_cb), self);
  return button;
}

static void
show_clicked_cb (BaryCard *self)
{
  bary_session_show (self->session, "network", bary_record_get_kind (self->record), bary_record_get_id (self->record));
}

/* What stands on the diagram of the network. */
static gboolean
is_drawn (BaryRecord *record)
{
  BaryKind kind = bary_record_get_kind (record);

  return kind == BARY_KIND_ORGANISATION || kind == BARY_KIND_BODY || kind == BARY_KIND_CLUSTER;
}

static GtkWidget *
make_show_button (BaryCard *self)
{
  GtkWidget *button = make_flat_button ("bary-network-symbolic", _("Show on the diagram"));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_clicked_cb), self);
  return button;
}

static char *
kind_to_words (BaryRecord *record)
{
  const BaryField *kind = bary_kind_find_field (bary_record_get_kind (record), "kind", NULL);

  if (kind == NULL || bary_record_get (record, kind) == NULL)
    return g_strdup (_(bary_record_get_info (record)->label));
  return bary_field_to_words (kind, bary_record_get (record, kind));
}

static void
append_head (BaryCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = bary_store_describe (self->store, self->record);
  g_autofree char *kind = kind_to_words (self->record);
  GtkWidget *kind_label = make_head_label (kind, "dim-label");

  gtk_box_append (GTK_BOX (words), make_head_label (name, "title-3"));
  gtk_box_append (GTK_BOX (words), kind_label);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  if (is_drawn (self->record))
    gtk_box_append (GTK_BOX (head), make_show_button (self));
  if (!bary_store_is_read_only (self->store))
    gtk_box_append (GTK_BOX (head), make_edit_button (self));
  gtk_box_append (GTK_BOX (self->box), head);
}

static void
append_history (BaryCard *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), bary_card_history_new (self->store, self->record));
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
rebuild (BaryCard *self)
{
  GtkWidget *child;
  GtkWidget *facts;

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (self->record == NULL)
    return;

  append_head (self);
  facts = bary_card_facts_new (self->session, self->record);
  if (facts != NULL)
    gtk_box_append (GTK_BOX (self->box), facts);
  append_sections (self);
  append_history (self);
}

/* Following the store */

static gboolean
rebuild_cb (gpointer data)
{
  BaryCard *self = data;

  self->rebuild_source = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Anything may be related, and a card is read in a moment; once for a run of changes. */
static void
changed_cb (BaryCard *self)
{
  g_autoptr (BaryRecord) present =
    bary_store_get (self->store, bary_record_get_kind (self->record), bary_record_get_id (self->record), NULL);

  if (present == NULL)
    bary_card_set_record (self, self->session, NULL);
  else if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add (rebuild_cb, self);
}

static void
bary_card_dispose (GObject *object)
{
  BaryCard *self = BARY_CARD (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (bary_card_parent_class)->dispose (object);
}

static void
bary_card_class_init (BaryCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_card_dispose;

  signals[EDIT] = g_signal_new ("edit", BARY_TYPE_CARD, G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_true_handled, NULL, NULL,
                                G_TYPE_BOOLEAN, 1, BARY_TYPE_RECORD);
}

static void
bary_card_init (BaryCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
bary_card_new (void)
{
  return g_object_new (BARY_TYPE_CARD, NULL);
}

void
bary_card_set_record (BaryCard    *self,
                      BarySession *session,
                      BaryRecord  *record)
{
  BaryStore *store = record != NULL ? bary_session_get_store (session) : NULL;

  g_return_if_fail (BARY_IS_CARD (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->session, session);
  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), self);
  rebuild (self);
}

BaryRecord *
bary_card_get_record (BaryCard *self)
{
  return self->record;
}
