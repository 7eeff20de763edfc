#pragma once

#include "bary-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream of records that somebody wants to bring in: a package, a table. The store reads it and
 * decides for each record; the two know only this. */
#define BARY_TYPE_RECORD_SOURCE (bary_record_source_get_type ())
G_DECLARE_INTERFACE (BaryRecordSource, bary_record_source, BARY, RECORD_SOURCE, GObject)

/* @record: (transfer none): valid during the call
 * @line: where it stands in the source, from 1
 * The visitor may change the record, which is forgotten afterwards.
 * Returns: FALSE with an error stops the reading. */
typedef gboolean (*BaryRecordVisitor) (BaryRecord  *record,
                                       guint        line,
                                       gpointer     user_data,
                                       GError     **error);

struct _BaryRecordSourceInterface {
  GTypeInterface parent_iface;

  gboolean (*foreach) (BaryRecordSource   *source,
                       BaryRecordVisitor   visitor,
                       gpointer            user_data,
                       GCancellable       *cancellable,
                       GError            **error);
  /* Optional: "file.xml, line 12", for messages. */
  char    *(*dup_place) (BaryRecordSource  *source,
                         guint              line);
  /* Optional: see bary_record_source_get_counts. */
  const guint *(*get_counts) (BaryRecordSource *source);
  /* Optional: see bary_record_source_prevails. */
  gboolean (*prevails) (BaryRecordSource *source,
                        BaryRecord       *record);
  /* Optional: see bary_record_source_get_whole. */
  const char *(*get_whole) (BaryRecordSource *source,
                            BaryKind          part,
                            BaryKind         *kind);
};

/* Visits each record once, in the source's order. What was visited counts only when the whole
 * answers TRUE: a fault may stand at the very end. */
gboolean bary_record_source_foreach (BaryRecordSource   *source,
                                     BaryRecordVisitor   visitor,
                                     gpointer            user_data,
                                     GCancellable       *cancellable,
                                     GError            **error);

/* Returns: (transfer full): where something stands, translated: "file.xml, line 12". */
char    *bary_record_source_dup_place (BaryRecordSource *source,
                                       guint             line);

/* How many records of each kind there are, known from the first visit on.
 * Returns: (transfer none) (array fixed-size=BARY_N_KINDS) (nullable): NULL where the source does not know. */
const guint *bary_record_source_get_counts (BaryRecordSource *source);

/* Whether what the source says of a record stands even against edits made here: the record is the sender's own.
 * @record: as visited */
gboolean bary_record_source_prevails  (BaryRecordSource *source,
                                       BaryRecord       *record);

/* What the source holds all parts of a kind of, so that one that is not in it was taken back; asked after all were visited.
 * @kind: (out): of the whole. Returns: (transfer none) (nullable): its id; NULL where the source tells nothing by silence */
const char *bary_record_source_get_whole (BaryRecordSource *source,
                                          BaryKind          part,
                                          BaryKind         *kind);

G_END_DECLS
