#pragma once

#include "bary-poster.h"
#include "bary-scene.h"

G_BEGIN_DECLS

/* Pictures for files and paper: what the screen shows, with a title above and a legend below. */

#define BARY_EXPORT_ERROR (bary_export_error_quark ())

typedef enum {
  BARY_EXPORT_ERROR_FORMAT,  /* the name's ending says none of the formats */
  BARY_EXPORT_ERROR_SIZE,    /* too small to see or too large to hold */
  BARY_EXPORT_ERROR_WRITE,   /* the file cannot be written */
  BARY_EXPORT_ERROR_STOPPED, /* by the one who asked */
} BaryExportError;

GQuark bary_export_error_quark (void);

typedef enum {
  BARY_EXPORT_SVG,
  BARY_EXPORT_PNG,
  BARY_EXPORT_PDF,
  BARY_N_EXPORT_FORMATS
} BaryExportFormat;

#define BARY_EXPORT_LEAST_WIDTH 100
#define BARY_EXPORT_MOST_WIDTH 32000

/* Returns: «svg», «png», «pdf» */
const char *bary_export_format_get_suffix (BaryExportFormat   format);
gboolean    bary_export_format_from_path  (const char        *path,
                                           BaryExportFormat  *format,
                                           GError           **error);

typedef struct {
  BaryExportFormat  format;
  const BaryCamera *camera;    /* (nullable): only what it shows; else the whole picture */
  gboolean          no_title, no_legend;
  const char       *centre;    /* (nullable): the name of the methodical centre */
  guint             width;     /* in pixels, of a PNG or an SVG; 0 for one that can be read */
  gboolean          on_paper;  /* a PDF has sheets of `paper`; else one page as large as the picture */
  BarySheetSize     paper;     /* upright */
  gboolean          poster;    /* over as many sheets as letters need that can be read; else on one */
  gboolean          keep_turn; /* the sheets are not laid on their side: somebody has chosen how they lie */
} BaryExportOptions;

/* Of the picture with its title and legend, points at scale 1. */
typedef struct {
  double width, height;
  double smallest;      /* the size of the smallest letters of the picture; 0 if there are none */
} BaryExportSize;

void        bary_export_measure    (BaryScene               *scene,
                                    const BaryFrame         *frame,
                                    const BaryExportOptions *options,
                                    BaryExportSize          *size);
/* How the picture comes onto the paper of the options. Returns: the size of its smallest letters there, 0 if none. */
double      bary_export_plan       (const BaryExportSize    *size,
                                    const BaryExportOptions *options,
                                    BaryPoster              *poster);
/* Returns: (transfer full) (nullable): what to say of letters too small on the paper, and what to do; NULL if they
 * can be read. */
char       *bary_export_warn       (const BaryExportSize    *size,
                                    const BaryExportOptions *options);

/* A picture on its way: taken from the scene at once, then written by any thread while the scene goes on living. */
typedef struct _BaryExport BaryExport;

/* Returns: FALSE to stop. */
typedef gboolean (*BaryExportProgress) (double done, gpointer user_data);

/* Returns: (transfer full) (nullable): NULL with BARY_EXPORT_ERROR_SIZE. */
BaryExport *bary_export_new        (BaryScene               *scene,
                                    const BaryFrame         *frame,
                                    const BaryExportOptions *options,
                                    GError                 **error);
void        bary_export_free       (BaryExport              *self);
/* The file appears when it is whole; one that was there stays until then. @progress: (nullable) */
gboolean    bary_export_write      (BaryExport              *self,
                                    const char              *path,
                                    BaryExportProgress       progress,
                                    gpointer                 user_data,
                                    GError                 **error);
/* Returns: (transfer full) (nullable): the same in memory. */
GBytes     *bary_export_to_bytes   (BaryExport              *self,
                                    GError                 **error);
/* Of a PNG. Returns: (transfer full): its pixels, for one that is not too large. */
cairo_surface_t *bary_export_to_surface (BaryExport         *self);

/* For printing: sheets as bary_export_plan has planned them. */
const BaryPoster *bary_export_get_poster (BaryExport        *self);
void        bary_export_draw_sheet (BaryExport              *self,
                                    cairo_t                 *cr,
                                    guint                    index);

/* All of it in one call. */
gboolean    bary_export            (BaryScene               *scene,
                                    const BaryFrame         *frame,
                                    const BaryExportOptions *options,
                                    const char              *path,
                                    GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryExport, bary_export_free)

G_END_DECLS
