#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The front of a package: who sends it and what it was made from. */

typedef struct {
  char *record; /* (nullable): the id of the record it is about */
  char *text;
} BaryPackageRemark;

typedef struct {
  char      *id;      /* UUID */
  char      *kind;    /* "all" */
  char      *created; /* UTC: 2026-11-23T09:00:00Z */
  char      *sender;
  char      *source;  /* (nullable): title of the document the contents come from */
  GPtrArray *remarks; /* (element-type BaryPackageRemark) */
} BaryManifest;

/* Returns: (transfer full): without values. */
BaryManifest *bary_manifest_new        (void);
/* Returns: (transfer full): a new id, made now, holding everything.
 * @source: (nullable) */
BaryManifest *bary_manifest_new_now    (const char   *sender,
                                        const char   *source);
void          bary_manifest_free       (BaryManifest *self);
/* @record: (nullable) */
void          bary_manifest_add_remark (BaryManifest *self,
                                        const char   *record,
                                        const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryManifest, bary_manifest_free)

G_END_DECLS
