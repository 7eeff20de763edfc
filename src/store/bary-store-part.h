#pragma once

#include "bary-record-source.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* A part of a store that makes sense by itself, as one moment sees it: in the order of packages, by id within a kind.
 * Without a subject it is all records of the kinds; with one it is that record, what refers to it, what refers to that
 * and so on, and then whatever these refer to. Drafts of score sheets stay.
 * @contents: which kinds may be in it; @along: which come, with whatever they are parts of, wherever that is met;
 *   both: BARY_N_KINDS of them
 * @kind, @subject: of a record (nullable)
 * Returns: (transfer full) */
BaryRecordSource *bary_store_part_new (BaryStore      *store,
                                       const gboolean *contents,
                                       const gboolean *along,
                                       int             kind,
                                       const char     *subject);

G_END_DECLS
