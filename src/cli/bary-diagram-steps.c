#include "bary-diagram-steps.h"

#include "bary-slides-pdf.h"
#include "bary-store-source.h"

typedef struct {
  BaryPresentation *presentation;
  GPtrArray        *scenes;
} Pages;

static BaryScene *
scene_cb (const BaryShowStep *step,
          gpointer            data)
{
  Pages *pages = data;

  return pages->scenes->pdata[bary_presentation_find_network (pages->presentation, step)];
}

gboolean
bary_diagram_steps_write (BaryStore                 *store,
                          const BaryNetworkRequest  *request,
                          BaryThemeKind              theme,
                          const char                *path,
                          GError                   **error)
{
  g_autoptr (BaryPresentation) presentation =
    bary_store_read_presentation (store, request->picture, request->cluster, request->day, error);
  g_autoptr (GPtrArray) scenes = NULL, shown = NULL;
  g_autofree char *centre = NULL, *below = NULL;
  BaryNetwork *network;
  Pages pages;

  if (presentation == NULL)
    return FALSE;

  scenes = bary_show_step_arrange_scenes (presentation->networks, NULL, NULL, NULL, NULL);
  shown = bary_slides_select_shown (presentation->slides);
  centre = bary_store_dup_own_centre (store);
  network = presentation->networks->pdata[0];
  below = bary_slides_describe (network);
  pages = (Pages) { presentation, scenes };
  return bary_slides_save_pdf (&(BarySlidesPdf) {
    .shown = shown, .scene = scene_cb, .user_data = &pages, .theme = bary_theme_get (theme),
    .title = network->title, .centre = centre, .below = below,
  }, path, error);
}
