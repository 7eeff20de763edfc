#pragma once

#include "bary-export.h"
#include "bary-new-file.h"
#include "bary-tape.h"

/* Where the parts of the picture are: in points, or what the screen calls so, at scale 1. */
typedef struct {
  double     width, height;
  double     text_scale;         /* of the title and the legend: they are read from as far as the whole picture */
  double     margin;
  double     most;               /* width of the rows of the legend, in its own units */
  double     title_height;       /* 0 for none; own units */
  double     legend_height;
  double     legend_top;
  BaryBox    picture;
  BaryCamera camera;             /* with which it is drawn in the upper left corner */
} BaryExportPlan;

struct _BaryExport {
  BaryExportFormat  format;
  BaryExportPlan    plan;
  char             *title;
  char             *centre;      /* (nullable) */
  char             *day;         /* (nullable) */
  BaryTheme         theme;
  char             *family;
  gboolean          on_paper;
  BaryPoster        poster;
  double            scale;       /* units of the paper for one of the plan */
  gboolean          by_camera;   /* the picture is in units of the plan, else of the paper */
  BaryTape         *picture;     /* of a PNG or a PDF; each is in its own units, with its corner at 0, 0 */
  BaryTape         *heading;
  BaryTape         *legend;
  GString          *svg;
};

/* Paper and drawings are looked at from near: all of a picture has all that is in it. */
BaryFrame bary_export_choose_frame (const BaryFrame         *frame,
                                    const BaryExportOptions *options);
void     bary_export_lay_out  (BaryScene               *scene,
                               const BaryExportOptions *options,
                               BaryExportPlan          *plan);
/* Keeps what there is to draw. */
void     bary_export_record   (BaryExport              *self,
                               BaryScene               *scene,
                               const BaryFrame         *frame,
                               const BaryExportOptions *options);
GString *bary_export_make_svg (BaryScene               *scene,
                               const BaryFrame         *frame,
                               const BaryExportOptions *options,
                               const BaryExportPlan    *plan);

/* Sets BARY_EXPORT_ERROR_WRITE. @reason: what the system says. Returns: FALSE */
gboolean bary_export_refuse   (const char              *path,
                               const char              *reason,
                               GError                 **error);

/* Write to a stream; FALSE with BARY_EXPORT_ERROR_STOPPED, or what the stream has to tell. */
cairo_status_t bary_export_write_png (BaryExport         *self,
                                      cairo_write_func_t  write,
                                      gpointer            closure,
                                      BaryExportProgress  progress,
                                      gpointer            user_data);
cairo_status_t bary_export_write_pdf (BaryExport         *self,
                                      cairo_write_func_t  write,
                                      gpointer            closure,
                                      BaryExportProgress  progress,
                                      gpointer            user_data);
