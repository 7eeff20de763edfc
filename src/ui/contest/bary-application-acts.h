#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* What is done with an application; each is one action that can be undone. */

/* Answers that the directory knows. */
void bary_application_prefill    (BarySession *session,
                                  BaryRecord  *application);
/* Registers it under the next number, today; late if the stage of submission is over with its days of grace. */
void bary_application_hand_in    (BarySession *session,
                                  BaryRecord  *application);
/* Asks for a file and keeps it with its SHA-256. @field: the id of the field that it answers */
void bary_application_add_file   (GtkWidget   *parent,
                                  BarySession *session,
                                  BaryRecord  *application,
                                  const char  *field);
/* Asks for the name of a file and writes the contest's paper form with all answers into it. */
void bary_application_save_paper (GtkWidget   *parent,
                                  BarySession *session,
                                  BaryRecord  *application);

/* Asks for the name of a file and makes a package of it, addressed to the centre whose form was received. */
void bary_application_send       (GtkWidget   *parent,
                                  BarySession *session,
                                  BaryRecord  *application);
/* Whether a technical review of it may be written down. */
gboolean bary_application_is_reviewable (BaryStore *store,
                                         BaryRecord *application);

G_END_DECLS
