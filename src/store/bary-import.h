#pragma once

#include "bary-preview.h"
#include "bary-record-source.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Brings the records of a source in, as one action that is taken back as one, or not at all. Each
 * record is compared with what stands here under its id:
 * - it is new: added;
 * - it says the same: nothing;
 * - it differs: a field that was edited here since it was last imported stays, and that is a
 *   conflict; any other takes the value that comes.
 * The same organisation or person under another id, and the same membership twice, are imported
 * once: what refers to the second comes to refer to the first. */

typedef enum {
  BARY_IMPORT_NOTICE_CONFLICT, /* a field stays as it was edited here */
  BARY_IMPORT_NOTICE_TWIN,     /* an organisation or a person that was there under another id */
  BARY_IMPORT_NOTICE_OVERLAP,  /* a membership that was there for some of its days */
  BARY_IMPORT_NOTICE_PROPOSAL, /* a field or a removal that its owner has to decide on */
  BARY_IMPORT_NOTICE_REMOVED,  /* removed by one and edited by another */
  BARY_IMPORT_NOTICE_ARRIVAL,  /* what an application or a sheet that comes is to what is here */
  BARY_IMPORT_NOTICE_TAKEN_BACK, /* by the sender: what the package does not hold any more */
  BARY_IMPORT_NOTICE_HELD,     /* left as it stands, because a rule forbids what it would become */
} BaryImportNoticeCode;

typedef struct {
  BaryKind              kind;
  char                 *id;
  char                 *title;   /* what a person calls the record */
  guint                 line;    /* in the source */
  BaryImportNoticeCode  code;
  char                 *message; /* translated */
} BaryImportNotice;

#define BARY_IMPORT_MOST_NOTICES 1000

typedef enum {
  BARY_IMPORT_FLAGS_NONE = 0,
  BARY_IMPORT_DRY_RUN = 1 << 0, /* everything but writing */
  BARY_IMPORT_PREVIEW = 1 << 1, /* a dry run that keeps each record with its values */
} BaryImportFlags;

/* Zeroed by the caller before, cleared after. Numbers of records. */
typedef struct {
  guint      added;
  guint      changed;
  guint      same;
  guint      conflicts;
  guint      refused;
  guint      removed;   /* by a merge, or taken back by the sender */
  guint      proposals; /* of a merge: waiting for an owner's decision */
  guint      held;      /* left as they stand or left out, because of a rule */
  char      *plan;      /* (nullable): a digest of all that it does */
  BaryPreview *preview; /* (nullable): what a dry run was asked for */
  GPtrArray *notices;   /* (element-type BaryImportNotice): the first BARY_IMPORT_MOST_NOTICES */
  guint      n_notices; /* all of them */
} BaryImportReport;

void     bary_import_report_clear (BaryImportReport *report);
/* Counts a notice. Returns: whether there is room for it. */
gboolean bary_import_report_count (BaryImportReport     *report);
/* @title, @message: (transfer full) */
void     bary_import_report_add   (BaryImportReport     *report,
                                   BaryRecord           *record,
                                   guint                 line,
                                   BaryImportNoticeCode  code,
                                   char                 *title,
                                   char                 *message);

/* Keeps what an action that is being written has done, where the flags ask for it. */
gboolean bary_import_report_keep_preview (BaryImportReport  *report,
                                          BaryImportFlags    flags,
                                          BaryDatabase      *database,
                                          gint64             action,
                                          GError           **error);
/* Writes the plan down, and compares it with the one that was told before. @before: (nullable)
 * Returns: FALSE with BARY_STORE_ERROR_OUTDATED. */
gboolean bary_import_report_keep_plan (BaryImportReport  *report,
                                       const char        *plan,
                                       const char        *before,
                                       GError           **error);

/* @name, @subject: as of bary_store_commit; @report: (out caller-allocates)
 * @plan: (nullable): the `plan` of the report of a dry run: what is committed is what that one told, or nothing is
 * Returns: FALSE when the whole was refused: BARY_STORE_ERROR_REFUSED and BARY_RECORD_ERROR begin with
 * the place in the source; BARY_STORE_ERROR_OUTDATED where the plan does not hold any more; or the source's own error. */
gboolean bary_store_import        (BaryStore         *store,
                                   const char        *name,
                                   const char        *subject,
                                   BaryRecordSource  *source,
                                   BaryImportFlags    flags,
                                   const char        *plan,
                                   BaryImportReport  *report,
                                   GCancellable      *cancellable,
                                   GError           **error);

/* What an import into an empty database would say: a package judged by itself. Leaves nothing behind.
 * @flags: whether there is to be a preview */
gboolean bary_store_rehearse      (BaryRecordSource  *source,
                                   BaryImportFlags    flags,
                                   BaryImportReport  *report,
                                   GCancellable      *cancellable,
                                   GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryImportReport, bary_import_report_clear)

G_END_DECLS
