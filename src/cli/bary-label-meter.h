#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Measures labels of 10 points, folded at about 18 characters, as pictures show them. Pango is asked for nothing before
 * the first label comes. */
typedef struct _BaryLabelMeter BaryLabelMeter;

BaryLabelMeter *bary_label_meter_new     (void);
void            bary_label_meter_free    (BaryLabelMeter *self);
/* @meter: a BaryLabelMeter */
void            bary_label_meter_measure (const char     *label,
                                          double         *width,
                                          double         *height,
                                          gpointer        meter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLabelMeter, bary_label_meter_free)

G_END_DECLS
