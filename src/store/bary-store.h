#pragma once

#include "bary-changes.h"
#include "bary-database.h"
#include "bary-history.h"
#include "bary-query.h"
#include "bary-search.h"

G_BEGIN_DECLS

#define BARY_TYPE_STORE (bary_store_get_type ())
G_DECLARE_FINAL_TYPE (BaryStore, bary_store, BARY, STORE, GObject)

/* The one door to a database. Belongs to the thread that opened it; other threads open their own and
 * the changes arrive by bary_store_poll, as those of other processes do.
 *
 * Signal "changed" (BaryStore *store, GPtrArray *touches): after something was committed here or
 * elsewhere. `touches` holds BaryTrace with kind, id and operation; NULL means that so much has changed
 * that everything should be read again.
 *
 * Signal "failed" (BaryStore *store, const GError *error): a list that follows the store could not be
 * read to its end; it holds what could be read. */

/* Returns: (transfer full) (nullable) */
BaryStore   *bary_store_open          (const char        *path,
                                       BaryDatabaseMode   mode,
                                       GError           **error);
const char  *bary_store_get_path      (BaryStore         *self);
gboolean     bary_store_is_read_only  (BaryStore         *self);
BaryDatabase *bary_store_get_database (BaryStore         *self);

/* Who is written beside each action; the name of the account. */
const char  *bary_store_get_author    (BaryStore         *self);

/* Live records: there is one object for an id, and its properties follow what is committed. They are
 * for reading: edit a copy and commit the difference.
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_NOT_FOUND if there is none. */
BaryRecord  *bary_store_get           (BaryStore         *self,
                                       BaryKind           kind,
                                       const char        *id,
                                       GError           **error);
/* The same where it may well be that there is none. @record: (out) (transfer full) (nullable) */
gboolean     bary_store_find          (BaryStore         *self,
                                       BaryKind           kind,
                                       const char        *id,
                                       BaryRecord       **record,
                                       GError           **error);
/* Returns: (transfer full) (element-type BaryRecord) (nullable) */
GPtrArray   *bary_store_select        (BaryStore         *self,
                                       const BaryQuery   *query,
                                       GError           **error);
/* Of a kind, those whose field has a value, mostly a reference to a record, by their order if they have one; levels of a
 * criterion by their marks.
 * Returns: (transfer full) (element-type BaryRecord) (nullable) */
GPtrArray   *bary_store_select_parts  (BaryStore         *self,
                                       BaryKind           kind,
                                       const char        *reference,
                                       const char        *id,
                                       GError           **error);
/* Returns: (transfer full) (element-type utf8) (nullable) */
GPtrArray   *bary_store_select_ids    (BaryStore         *self,
                                       const BaryQuery   *query,
                                       GError           **error);
/* How many records of a kind there are. */
gboolean     bary_store_count         (BaryStore         *self,
                                       BaryKind           kind,
                                       gint64            *count,
                                       GError           **error);

/* Returns: (transfer full): what a person calls the record: its name, or those of what it joins. */
char        *bary_store_describe      (BaryStore         *self,
                                       BaryRecord        *record);
/* Returns: (transfer full): a field's value in words; a reference by the name of its target. */
char        *bary_store_value_to_words (BaryStore        *self,
                                       const BaryField   *field,
                                       const char        *value);

/* Everything that changes data goes through here: one action, all of it or nothing.
 * @name: an untranslated pattern, N_("Move %s"); @subject: (nullable): what fills it. */
gboolean     bary_store_commit        (BaryStore         *self,
                                       const char        *name,
                                       const char        *subject,
                                       BaryChanges       *changes,
                                       GError           **error);
/* The same for what was composed from data as they were after one action: FALSE with BARY_STORE_ERROR_OUTDATED, and nothing
 * written, where something was committed since.
 * @action: from bary_store_get_last, before the data were read */
gboolean     bary_store_commit_after  (BaryStore         *self,
                                       gint64             action,
                                       const char        *name,
                                       const char        *subject,
                                       BaryChanges       *changes,
                                       GError           **error);
/* The last action, committed here or elsewhere, or within a transaction the one that is being written; 0 if there is none. */
gboolean     bary_store_get_last      (BaryStore         *self,
                                       gint64            *action,
                                       GError           **error);
/* Returns: FALSE with BARY_STORE_ERROR_NOT_FOUND if there is nothing to take back. */
gboolean     bary_store_undo          (BaryStore         *self,
                                       GError           **error);
gboolean     bary_store_redo          (BaryStore         *self,
                                       GError           **error);
/* Returns: (transfer full) (nullable): the name of the action that would be undone, in words; NULL if there is none. */
char        *bary_store_dup_undo_name (BaryStore         *self);
char        *bary_store_dup_redo_name (BaryStore         *self);

/* See bary_history_list and bary_history_trace. */
GPtrArray   *bary_store_list_actions  (BaryStore         *self,
                                       const char        *id,
                                       guint              limit,
                                       GError           **error);
GPtrArray   *bary_store_trace         (BaryStore         *self,
                                       BaryKind           kind,
                                       const char        *id,
                                       GError           **error);

/* Returns: (transfer full) (element-type BarySearchHit) (nullable) */
GPtrArray   *bary_store_search        (BaryStore         *self,
                                       const char        *words,
                                       guint              limit,
                                       GError           **error);

/* Several actions reach the disk as one: from now on each is written at bary_store_release, and told only then. Nobody else can
 * write meanwhile. Returns: FALSE where none of them was written. */
void         bary_store_hold          (BaryStore         *self);
gboolean     bary_store_release       (BaryStore         *self,
                                       GError           **error);

/* Looks whether something was committed elsewhere; cheap when not. Call it once a second or more often. */
gboolean     bary_store_poll          (BaryStore         *self,
                                       GError           **error);

/* Facts of the file itself, not part of its history. Returns: (transfer full) (nullable) */
char        *bary_store_dup_meta      (BaryStore         *self,
                                       const char        *key);
/* @value: (nullable): NULL forgets it */
gboolean     bary_store_set_meta      (BaryStore         *self,
                                       const char        *key,
                                       const char        *value,
                                       GError           **error);

#define BARY_META_OWN_CENTRE "own_centre" /* id of the centre that keeps this file */
#define BARY_META_REPLICA "replica"       /* id of this file, made with it */

/* A sentence for a person when the computer's clock stands a day or more behind the last action. Nothing is lost by
 * that: the times of the next actions follow the last one.
 * Returns: (transfer full) (nullable) */
char        *bary_store_dup_clock_warning (BaryStore     *self);

G_END_DECLS
