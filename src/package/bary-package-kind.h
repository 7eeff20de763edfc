#pragma once

#include "bary-field.h"
#include "bary-manifest.h"

G_BEGIN_DECLS

/* What packages there are: what each may hold, who may send it, and what stays at home. */

/* Who sends packages, as bits. */
typedef enum {
  BARY_PACKAGE_PARTY_CENTRE = 1 << 0,
  BARY_PACKAGE_PARTY_SCHOOL = 1 << 1,
  BARY_PACKAGE_PARTY_EXPERT = 1 << 2,
} BaryPackageParty;

/* How far the contacts of people travel. */
typedef enum {
  BARY_PROFILE_OWN,     /* everything: for another desk of the same centre */
  BARY_PROFILE_CENTRES, /* phones and mail addresses of people stay */
  BARY_PROFILE_PUBLIC,  /* those of organisations and centres stay, too */
  BARY_N_PROFILES
} BaryProfile;

#define BARY_NO_SUBJECT (-1)

typedef struct {
  const char     *name;      /* as in a package and on the command line */
  const char     *label;     /* untranslated */
  const BaryKind *contents;  /* ends with BARY_N_KINDS; NULL: every kind */
  const BaryKind *along;     /* the same: parts that come with whatever they are parts of; NULL: none */
  guint           senders;   /* BaryPackageParty */
  BaryProfile     profile;   /* unless the sender asks for another */
  int             subject;   /* the kind of the record that it is of, or BARY_NO_SUBJECT */
  gboolean        own;       /* only what belongs to the sender: its card and what refers to that */
  gboolean        addressed; /* for one reader only */
  gboolean        changes;   /* edits instead of records */
  const BaryKind *whole;     /* the same: parts of the subject that it holds all of; NULL: none */
} BaryPackageKind;

/* Returns: (transfer none) (nullable) */
const BaryPackageKind *bary_package_kind_find      (const char            *name);
/* Returns: (transfer none) (nullable): NULL after the last. */
const BaryPackageKind *bary_package_kind_get       (guint                  i);
gboolean               bary_package_kind_may_hold  (const BaryPackageKind *self,
                                                    BaryKind               kind);
/* Whether records of the kind come with whatever they are parts of, wherever that is met. */
gboolean               bary_package_kind_brings_along (const BaryPackageKind *self,
                                                       BaryKind               kind);
/* Whether it holds all parts of such a kind that its subject has. */
gboolean               bary_package_kind_is_whole  (const BaryPackageKind *self,
                                                    BaryKind               kind);
/* Returns: (transfer none): translated. */
const char            *bary_package_kind_get_label (const BaryPackageKind *self);

/* Whether a field stays at home: personal data, and in a package of one contest what that was copied from. */
gboolean               bary_profile_leaves_out     (BaryProfile            profile,
                                                    const BaryPackageKind *package,
                                                    BaryKind               kind,
                                                    const BaryField       *field);
/* Returns: FALSE if there is no such profile. @word: "own", "centres" or "public" */
gboolean               bary_profile_from_word      (const char            *word,
                                                    BaryProfile           *profile);
/* Returns: (transfer none): translated. */
const char            *bary_profile_get_label      (BaryProfile            profile);
/* What stays at home of a package of this kind is named in its front. */
void                   bary_profile_apply          (BaryProfile            profile,
                                                    const BaryPackageKind *kind,
                                                    BaryManifest          *manifest);

G_END_DECLS
