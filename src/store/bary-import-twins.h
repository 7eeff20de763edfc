#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* Finds what comes a second time under another id: an organisation of the same kind and centre whose
 * name sorts the same, a person of the same name in the same organisation, a membership of the same
 * organisation in the same group of a cluster on overlapping days. */
typedef struct _BaryTwins BaryTwins;

/* Returns: (transfer full) (nullable) */
BaryTwins *bary_twins_new      (BaryDatabase  *database,
                                GError       **error);
void       bary_twins_free     (BaryTwins     *self);

/* @record: its id does not stand in the database
 * @twin: (out) (transfer full) (nullable): the id under which it stands
 * Returns: FALSE on an error of the database. */
gboolean   bary_twins_find     (BaryTwins     *self,
                                BaryRecord    *record,
                                char         **twin,
                                GError       **error);
/* What comes later may be a twin of this. @stored: the record is about to stand in the database as it is */
void       bary_twins_remember (BaryTwins     *self,
                                BaryRecord    *record,
                                gboolean       stored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryTwins, bary_twins_free)

G_END_DECLS
