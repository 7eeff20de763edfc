#include "bary-export-source.h"

#include "bary-store-source.h"
#include "bary-text.h"

static const guint8 *
copy_set (const guint8 *set,
          guint         n)
{
  return set != NULL ? g_memdup2 (set, n) : NULL;
}

BaryExportSource *
bary_export_source_new (BarySession      *session,
                        BaryScene        *scene,
                        const BaryFrame  *frame,
                        const BaryCamera *camera)
{
  BaryExportSource *self = g_new0 (BaryExportSource, 1);
  BaryStore *store = session != NULL ? bary_session_get_store (session) : NULL;
  guint n = bary_scene_get_network (scene)->nodes->len;

  self->scene = bary_scene_ref (scene);
  self->frame = *frame;
  self->frame.chosen = copy_set (frame->chosen, n);
  self->frame.dimmed = copy_set (frame->dimmed, n);
  self->frame.hidden = copy_set (frame->hidden, n);
  self->frame.selected = self->frame.hovered = BARY_NODE_NONE;
  self->frame.drop_cluster = self->frame.drop_zone = -1;
  self->frame.progress = 1;
  self->camera = *camera;
  self->centre = store != NULL ? bary_store_dup_own_centre (store) : NULL;
  return self;
}

void
bary_export_source_free (BaryExportSource *self)
{
  bary_scene_unref (self->scene);
  g_free ((gpointer) self->frame.chosen);
  g_free ((gpointer) self->frame.dimmed);
  g_free ((gpointer) self->frame.hidden);
  g_free (self->centre);
  g_free (self);
}

/* All of it has room for everything; a part keeps the detail it is seen in. */
BaryFrame
bary_export_source_get_frame (const BaryExportSource *self,
                              gboolean                visible,
                              BaryThemeKind           theme)
{
  BaryFrame frame = self->frame;

  frame.theme = bary_theme_get (theme);
  if (!visible)
    frame.detail = BARY_DETAIL_BY_SCALE;
  return frame;
}

BaryThemeKind
bary_export_source_get_theme (const BaryExportSource *self,
                              gboolean                paper)
{
  BaryThemeKind theme = self->frame.theme->kind;

  return paper && theme == BARY_THEME_DARK ? BARY_THEME_LIGHT : theme;
}

char *
bary_export_source_suggest_name (const BaryExportSource *self)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);
  g_autofree char *title = bary_text_to_file_name (network->title);

  return network->day != NULL ? g_strdup_printf ("%s %s", title, network->day) : g_steal_pointer (&title);
}
