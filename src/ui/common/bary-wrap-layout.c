#include "bary-wrap-layout.h"

#define SPACING 6

/* Where the next child goes. */
typedef struct {
  int x, y;
  int row_height;
} Cursor;

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
take_place (Cursor        *cursor,
            GtkWidget     *child,
            int            width,
            GtkAllocation *place)
{
  GtkRequisition natural;

  gtk_widget_get_preferred_size (child, NULL, &natural);
  if (cursor->x > 0 && cursor->x + natural.width > width)
    *cursor = (Cursor) { 0, cursor->y + cursor->row_height + SPACING, 0 };
  *place = (GtkAllocation) { cursor->x, cursor->y, MIN (natural.width, width), natural.height };
  cursor->x += natural.width + SPACING;
  cursor->row_height = MAX (cursor->row_height, natural.height);
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition wanted;

      gtk_widget_get_preferred_size (child, NULL, &wanted);
      *minimum = MAX (*minimum, wanted.width);
      *natural += wanted.width + (*natural > 0 ? SPACING : 0);
    }
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  Cursor cursor = { 0 };

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      take_place (&cursor, child, for_size < 0 ? G_MAXINT : for_size, &place);
    }
  *minimum = *natural = cursor.y + cursor.row_height;
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Cursor cursor = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      take_place (&cursor, child, width, &place);
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

GtkLayoutManager *
bary_wrap_layout_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure, allocate);
}
