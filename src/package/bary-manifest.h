#pragma once

#include "bary-edit-source.h"
#include "bary-key.h"
#include "bary-kind.h"

G_BEGIN_DECLS

/* The front of a package: who sends it to whom, what is in it and what it was made from. */

typedef struct {
  char *record; /* (nullable): the id of the record it is about */
  char *text;
} BaryPackageRemark;

/* A field that did not leave: in no record of the package does its absence say anything. */
typedef struct {
  char *kind;
  char *field;
} BaryPackageOmission;

/* What became of a package, told to its sender. */
typedef struct {
  char *package; /* its id */
  char *outcome; /* "applied" or "refused" */
  char *moment;  /* UTC: 2026-11-23T09:00:00Z */
  char *reason;  /* (nullable): why it was refused */
} BaryPackageAnswer;

typedef struct {
  char      *id;           /* UUID */
  char      *kind;         /* see bary-package-kind.h */
  char      *created;      /* UTC: 2026-11-23T09:00:00Z */
  char      *sender;       /* a name */
  char      *sender_id;    /* (nullable): UUID of the database it comes from */
  char      *centre;       /* (nullable): id of the record that the sender speaks for: of its centre, school or person */
  char      *key;          /* (nullable): public, base64; a package without one is unsigned */
  char      *addressee;    /* (nullable): a name */
  char      *addressee_id; /* (nullable): UUID of a database or of a centre */
  char      *source;       /* (nullable): title of the document the contents come from */
  guint64    sequence;     /* the how manieth package of the sender; 0: not told */
  char      *subject;      /* (nullable): id of the record the package is of */
  char      *former_key;   /* (nullable): the key of the sender before this one, base64 */
  char      *voucher;      /* (nullable): signature of the former key of this one */
  BaryPackageAnswer *answer; /* (nullable): of a receipt */
  gboolean   counted;
  guint      counts[BARY_N_KINDS]; /* records, if counted */
  GPtrArray *replicas;     /* (element-type BaryReplica): of changes */
  GPtrArray *omissions;    /* (element-type BaryPackageOmission) */
  GPtrArray *remarks;      /* (element-type BaryPackageRemark) */

  char      *digest;       /* (nullable): of the whole, once it was read or written to its end */
  BaryKey   *signer;       /* (nullable): who signs what is written; never read */
} BaryManifest;

/* Returns: (transfer full): without values. */
BaryManifest *bary_manifest_new          (void);
/* Returns: (transfer full): a new id, made now, holding everything.
 * @source: (nullable) */
BaryManifest *bary_manifest_new_now      (const char         *sender,
                                          const char         *source);
BaryManifest *bary_manifest_ref          (BaryManifest       *self);
void          bary_manifest_unref        (BaryManifest       *self);
/* What is written with this front is signed with the key. @key: (transfer none) */
void          bary_manifest_set_signer   (BaryManifest       *self,
                                          const BaryKey      *key);
/* @record: (nullable) */
void          bary_manifest_add_remark   (BaryManifest       *self,
                                          const char         *record,
                                          const char         *text);
void          bary_manifest_add_omission (BaryManifest       *self,
                                          const char         *kind,
                                          const char         *field);
/* Whether records of the kind came without the field. */
gboolean      bary_manifest_omits        (const BaryManifest *self,
                                          const char         *kind,
                                          const char         *field);
/* The same for all at once: a bit for each field of each kind. @masks: (out caller-allocates): BARY_N_KINDS of them */
void          bary_manifest_mask_omissions (const BaryManifest *self,
                                            guint64            *masks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryManifest, bary_manifest_unref)

G_END_DECLS
