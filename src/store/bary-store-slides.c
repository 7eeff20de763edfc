#include "bary-store-slides.h"

#include "bary-date.h"
#include "bary-slide.h"

/* Records to steps */

static BaryShowStep *
read_slide (BarySlide *record)
{
  BaryShowStepKind kind = bary_show_step_kind_from_word (record->kind);
  const char *subject = record->group != NULL ? record->group : record->part != NULL ? record->part
                      : record->district != NULL ? record->district : record->layer;
  BaryShowStep *slide = bary_show_step_new (kind, subject);

  slide->record = g_strdup (bary_record_get_id (BARY_RECORD (record)));
  slide->own_caption = g_strdup (record->caption);
  slide->own_note = g_strdup (record->note);
  slide->hidden = record->hidden != NULL;
  if (record->lines != NULL)
    slide->lines = g_str_equal (record->lines, "yes") ? BARY_SHOW_STEP_LINES_SHOWN : BARY_SHOW_STEP_LINES_HIDDEN;
  slide->day = g_strdup (record->day);
  slide->has_area = bary_show_step_parse_area (record->area, &slide->area);
  if (record->chosen != NULL)
    slide->chosen = g_strsplit (record->chosen, " ", -1);
  return slide;
}

static const char *
picture_of (const BaryPresentation *self)
{
  return self->picture == BARY_PICTURE_INTERACTION ? "interaction" : NULL;
}

static GPtrArray *
read_kept (BaryStore               *store,
           const BaryPresentation  *presentation,
           GError                 **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_SLIDE);
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *kept;

  bary_query_where (query, "cluster", presentation->cluster);
  bary_query_where (query, "picture", picture_of (presentation));
  bary_query_sort (query, "ordinal", FALSE);
  records = bary_store_select (store, query, error);
  if (records == NULL)
    return NULL;

  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_show_step_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (kept, read_slide (records->pdata[i]));
  return kept;
}

BaryRecord *
bary_show_step_to_record (const BaryShowStep     *slide,
                          const BaryPresentation *presentation,
                          guint                   ordinal)
{
  BaryRecord *record = bary_record_new (BARY_KIND_SLIDE, NULL);
  g_autofree char *number = g_strdup_printf ("%u", ordinal);
  g_autofree char *area = slide->has_area ? bary_show_step_area_to_text (&slide->area) : NULL;
  g_autofree char *chosen = slide->chosen != NULL ? g_strjoinv (" ", slide->chosen) : NULL;

  bary_record_set_all (record, "cluster", presentation->cluster, "kind", bary_show_step_kind_to_word (slide->kind),
                       "group", slide->kind == BARY_SHOW_STEP_GROUP ? slide->subject : NULL,
                       "part", slide->kind == BARY_SHOW_STEP_CLUSTER ? slide->subject : NULL,
                       "district", slide->kind == BARY_SHOW_STEP_DISTRICT ? slide->subject : NULL,
                       "caption", slide->own_caption, "note", slide->own_note, "ordinal", number,
                       "hidden", slide->hidden ? "yes" : NULL,
                       "lines", slide->lines == BARY_SHOW_STEP_LINES_SHOWN ? "yes" : slide->lines == BARY_SHOW_STEP_LINES_HIDDEN ? "no" : NULL,
                       "day", slide->kind == BARY_SHOW_STEP_VIEW ? slide->day : NULL,
                       "area", area, "chosen", chosen, "picture", picture_of (presentation),
                       "layer", slide->kind == BARY_SHOW_STEP_BODIES ? slide->subject : NULL, NULL);
  return record;
}

/* Days */

/* What has changed is told since the school year began; on its first day, since the one before. */
static char *
find_since (const char *day)
{
  int year = bary_school_year_of (day);
  g_autofree char *start = bary_school_year_start (year);

  return g_str_equal (start, day) ? bary_school_year_start (year - 1) : g_steal_pointer (&start);
}

static int
find_day (const BaryPresentation *self,
          const char             *day)
{
  for (guint i = 0; i < self->networks->len; i++)
    if (g_str_equal (((BaryNetwork *) self->networks->pdata[i])->day, day))
      return (int) i;
  return -1;
}

guint
bary_presentation_find_network (const BaryPresentation *self,
                                const BaryShowStep     *slide)
{
  int found = slide->day != NULL ? find_day (self, slide->day) : 0;

  return found >= 0 ? (guint) found : 0;
}

/* A picture of an earlier day is marked with what has changed until the day of the presentation. */
static gboolean
read_network (BaryPresentation  *self,
              BaryStore         *store,
              const char        *day,
              GError           **error)
{
  BaryNetworkRequest request = { self->picture, self->cluster, day, self->day, FALSE };
  BaryNetwork *network = bary_store_read_network (store, &request, error);

  if (network == NULL)
    return FALSE;
  g_ptr_array_add (self->networks, network);
  return TRUE;
}

static gboolean
read_missing_days (BaryPresentation  *self,
                   BaryStore         *store,
                   GError           **error)
{
  for (guint i = 0; i < self->slides->len; i++)
    {
      const BaryShowStep *slide = self->slides->pdata[i];

      if (slide->day != NULL && find_day (self, slide->day) < 0 && !read_network (self, store, slide->day, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge (BaryPresentation  *self,
       BaryStore         *store,
       GError           **error)
{
  g_autoptr (GPtrArray) kept = read_kept (store, self, error);

  if (kept == NULL)
    return FALSE;

  g_clear_pointer (&self->slides, g_ptr_array_unref);
  self->slides = bary_slides_merge (self->derived, kept);
  self->kept = kept->len > 0;
  return TRUE;
}

BaryPresentation *
bary_store_read_presentation (BaryStore    *store,
                              BaryPicture   picture,
                              const char   *cluster,
                              const char   *day,
                              GError      **error)
{
  g_autoptr (BaryPresentation) self = g_new0 (BaryPresentation, 1);
  g_autofree char *since = find_since (day);

  self->picture = picture;
  self->cluster = g_strdup (cluster);
  self->day = g_strdup (day);
  self->networks = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_network_unref);
  if (!read_network (self, store, day, error) || !read_network (self, store, since, error))
    return NULL;
  self->derived = bary_slides_derive (self->networks->pdata[0], self->networks->pdata[1]);
  if (!merge (self, store, error) || !read_missing_days (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
bary_store_reread_slides (BaryStore         *store,
                          BaryPresentation  *presentation,
                          GError           **error)
{
  if (!merge (presentation, store, error))
    return FALSE;
  for (guint i = 0; i < presentation->slides->len; i++)
    {
      const BaryShowStep *slide = presentation->slides->pdata[i];

      if (slide->day != NULL && find_day (presentation, slide->day) < 0)
        return FALSE;
    }
  return TRUE;
}

void
bary_presentation_free (BaryPresentation *self)
{
  g_free (self->cluster);
  g_free (self->day);
  g_clear_pointer (&self->networks, g_ptr_array_unref);
  g_clear_pointer (&self->derived, g_ptr_array_unref);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_free (self);
}
