#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* The records that somebody holds: one object per kind and id, which follows what is committed. */
typedef struct _BaryLive BaryLive;

BaryLive   *bary_live_new         (BaryDatabase  *database);
void        bary_live_free        (BaryLive      *self);

/* Returns: (transfer full) (nullable): the object, if anybody holds one. */
BaryRecord *bary_live_find        (BaryLive      *self,
                                   BaryKind       kind,
                                   const char    *id);
/* The object for a record just read: one that is held is brought up to date.
 * @record: (transfer full). Returns: (transfer full) */
BaryRecord *bary_live_adopt       (BaryLive      *self,
                                   BaryRecord    *record);

/* The record as it was just written; NULL when it is gone. */
void        bary_live_follow      (BaryLive      *self,
                                   BaryKind       kind,
                                   const char    *id,
                                   BaryRecord    *present);
/* Reads a record again if anybody holds it; one that is gone is let go. */
gboolean    bary_live_refresh     (BaryLive      *self,
                                   BaryKind       kind,
                                   const char    *id,
                                   GError       **error);
gboolean    bary_live_refresh_all (BaryLive      *self,
                                   GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLive, bary_live_free)

G_END_DECLS
