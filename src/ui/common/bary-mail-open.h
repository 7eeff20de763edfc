#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a letter leaves the window: a draft for the mail program of the desktop, or a file. The program sends nothing itself.
 * What fails is told in a dialog. @draft: as of bary_mail_draft_new */

/* @name: of the file in the cache that the mail program opens, without an ending */
void bary_mail_open (GtkWindow  *parent,
                     const char *name,
                     GBytes     *draft);

/* Asks where to save it. @subject: suggested as the name */
void bary_mail_save (GtkWindow  *parent,
                     const char *subject,
                     GBytes     *draft);

G_END_DECLS
