#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Threads that share work, as many as there are processors for; they come when there is something to share for the first
 * time, wait between, and go with the team. It belongs to one thread, which works with them. */
typedef struct _BaryTeam BaryTeam;

typedef void (*BaryPieceFunc) (guint    piece,
                               gpointer user_data);

BaryTeam *bary_team_new  (void);
void      bary_team_free (BaryTeam      *self);
/* Does @n pieces of work, several at once where there are processors for it, and comes back when all are done. In which
 * order is not known: no piece may read what another one writes, then the outcome is the same on every machine. */
void      bary_team_do   (BaryTeam      *self,
                          guint          n,
                          BaryPieceFunc  func,
                          gpointer       user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryTeam, bary_team_free)

G_END_DECLS
