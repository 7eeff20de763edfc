#include "bary-package-kind.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryKind directory[] = {
  BARY_KIND_CENTRE, BARY_KIND_ORGANISATION, BARY_KIND_PERSON, BARY_KIND_STATUS, BARY_N_KINDS
};

static const BaryKind cluster[] = {
  BARY_KIND_CENTRE, BARY_KIND_ORGANISATION, BARY_KIND_PERSON, BARY_KIND_DIRECTION, BARY_KIND_SCHEME, BARY_KIND_GROUP,
  BARY_KIND_CLUSTER, BARY_KIND_MEMBERSHIP, BARY_KIND_ROLE, BARY_KIND_BODY, BARY_KIND_BODY_MEMBER, BARY_KIND_AGREEMENT,
  BARY_KIND_PARTY, BARY_KIND_LINK, BARY_KIND_DOCUMENT, BARY_KIND_PLACE, BARY_KIND_SLIDE,
  BARY_KIND_HIDDEN_GROUP, BARY_KIND_CHANNEL, BARY_N_KINDS
};

static const BaryKind roadmap[] = {
  BARY_KIND_CENTRE, BARY_KIND_ORGANISATION, BARY_KIND_PERSON, BARY_KIND_DIRECTION, BARY_KIND_SCHEME, BARY_KIND_GROUP,
  BARY_KIND_CLUSTER, BARY_KIND_ROADMAP, BARY_KIND_SECTION, BARY_KIND_REVISION, BARY_KIND_REVISION_LINE, BARY_KIND_APPROVAL,
  BARY_KIND_EVENT, BARY_KIND_EVENT_PART, BARY_KIND_EVENT_AWARD, BARY_KIND_EVENT_MOVE, BARY_KIND_SENDING, BARY_KIND_CHANNEL,
  BARY_KIND_CONFLICT_NOTE, BARY_KIND_HALF_YEAR_REPORT, BARY_KIND_APPENDIX, BARY_KIND_APPENDIX_CHUNK, BARY_N_KINDS
};

#define CONTEST_PARTS \
  BARY_KIND_CONTEST_STAGE, BARY_KIND_CONTEST_SECTION, BARY_KIND_CONTEST_FIELD, BARY_KIND_CHECKLIST_ITEM, \
  BARY_KIND_CONTEST_CRITERION, BARY_KIND_CRITERION_LEVEL, BARY_KIND_TIE_STEP
#define APPLICATION_PARTS BARY_KIND_APPLICATION_ANSWER, BARY_KIND_APPENDIX, BARY_KIND_APPENDIX_CHUNK

static const BaryKind template[] = {
  BARY_KIND_CENTRE, BARY_KIND_CONTEST, CONTEST_PARTS, BARY_N_KINDS
};

static const BaryKind application[] = {
  BARY_KIND_ORGANISATION, BARY_KIND_PERSON, BARY_KIND_STATUS, BARY_KIND_APPLICATION, APPLICATION_PARTS, BARY_N_KINDS
};

static const BaryKind assignment[] = {
  BARY_KIND_CENTRE, BARY_KIND_ORGANISATION, BARY_KIND_PERSON, BARY_KIND_CONTEST, CONTEST_PARTS,
  BARY_KIND_CONTEST_EXPERT, BARY_KIND_APPLICATION, APPLICATION_PARTS, BARY_KIND_EXPERT_ASSIGNMENT, BARY_N_KINDS
};

static const BaryKind scores[] = {
  BARY_KIND_CONTEST_EXPERT, BARY_KIND_INTEREST_CONFLICT, BARY_KIND_EXPERT_ASSIGNMENT, BARY_KIND_SCORE_SHEET,
  BARY_KIND_EXPERT_MARK, BARY_N_KINDS
};

/* What comes along whole wherever it is met: the groups of a scheme, the form of a contest, an application’s answers. */
static const BaryKind groups[] = {
  BARY_KIND_GROUP, BARY_N_KINDS
};

static const BaryKind forms[] = {
  CONTEST_PARTS, APPLICATION_PARTS, BARY_N_KINDS
};

static const BaryKind answers[] = {
  BARY_KIND_APPLICATION_ANSWER, BARY_KIND_APPENDIX, BARY_N_KINDS
};

static const BaryKind seats[] = {
  BARY_KIND_EXPERT_ASSIGNMENT, BARY_N_KINDS
};

static const BaryKind nothing[] = {
  BARY_N_KINDS
};

#define ANYBODY (BARY_PACKAGE_PARTY_CENTRE | BARY_PACKAGE_PARTY_SCHOOL | BARY_PACKAGE_PARTY_EXPERT)

static const BaryPackageKind kinds[] = {
  { "all", N_("Everything"), NULL, NULL, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_OWN, BARY_NO_SUBJECT, FALSE, FALSE },
  { "directory", N_("The directory"), directory, NULL, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_CENTRES, BARY_NO_SUBJECT, FALSE, FALSE },
  { "cluster", N_("A cluster"), cluster, groups, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_CENTRES, BARY_KIND_CLUSTER, FALSE, FALSE },
  { "roadmap", N_("A roadmap"), roadmap, groups, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_CENTRES, BARY_KIND_ROADMAP, FALSE, FALSE },
  { "template", N_("The form of a contest"), template, NULL, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_PUBLIC, BARY_KIND_CONTEST, FALSE, FALSE },
  { "application", N_("An application"), application, NULL, BARY_PACKAGE_PARTY_SCHOOL, BARY_PROFILE_OWN, BARY_KIND_APPLICATION, TRUE, TRUE,
    .whole = answers },
  { "assignment", N_("An assignment for an expert"), assignment, forms, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_PUBLIC,
    BARY_KIND_CONTEST_EXPERT, FALSE, TRUE, .whole = seats },
  { "scores", N_("An expert’s score sheets"), scores, NULL, BARY_PACKAGE_PARTY_EXPERT, BARY_PROFILE_OWN, BARY_KIND_CONTEST_EXPERT, TRUE, TRUE },
  { "changes", N_("Changes"), NULL, NULL, BARY_PACKAGE_PARTY_CENTRE, BARY_PROFILE_OWN, BARY_NO_SUBJECT, FALSE, FALSE, TRUE },
  { "receipt", N_("A receipt"), nothing, NULL, ANYBODY, BARY_PROFILE_PUBLIC, BARY_NO_SUBJECT, FALSE, TRUE },
};

static const struct {
  const char *word;
  const char *label;
} profiles[BARY_N_PROFILES] = {
  [BARY_PROFILE_OWN] = { "own", N_("Everything, people’s phones and mail addresses too") },
  [BARY_PROFILE_CENTRES] = { "centres", N_("Without people’s phones and mail addresses") },
  [BARY_PROFILE_PUBLIC] = { "public", N_("Without any phones and mail addresses") },
};

const BaryPackageKind *
bary_package_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];

  return NULL;
}

const BaryPackageKind *
bary_package_kind_get (guint i)
{
  return i < G_N_ELEMENTS (kinds) ? &kinds[i] : NULL;
}

static gboolean
is_among (const BaryKind *list,
          BaryKind        kind)
{
  for (; *list != BARY_N_KINDS; list++)
    if (*list == kind)
      return TRUE;

  return FALSE;
}

gboolean
bary_package_kind_may_hold (const BaryPackageKind *self,
                            BaryKind               kind)
{
  return self->contents == NULL || is_among (self->contents, kind);
}

gboolean
bary_package_kind_brings_along (const BaryPackageKind *self,
                                BaryKind               kind)
{
  return self->along != NULL && is_among (self->along, kind);
}

gboolean
bary_package_kind_is_whole (const BaryPackageKind *self,
                            BaryKind               kind)
{
  return self->whole != NULL && is_among (self->whole, kind);
}

const char *
bary_package_kind_get_label (const BaryPackageKind *self)
{
  return _(self->label);
}

/* What stays at home */

/* What a contest was copied from would come along as an empty shell. */
static gboolean
is_origin (const BaryPackageKind *package,
           BaryKind               kind,
           const BaryField       *field)
{
  return package->contents != NULL && kind == BARY_KIND_CONTEST && field->type == BARY_FIELD_REFERENCE &&
         field->target == BARY_KIND_CONTEST;
}

gboolean
bary_profile_leaves_out (BaryProfile            profile,
                         const BaryPackageKind *package,
                         BaryKind               kind,
                         const BaryField       *field)
{
  if (is_origin (package, kind, field))
    return TRUE;
  if (field->type != BARY_FIELD_PHONE && field->type != BARY_FIELD_EMAIL)
    return FALSE;

  return profile == BARY_PROFILE_PUBLIC || (profile == BARY_PROFILE_CENTRES && kind == BARY_KIND_PERSON);
}

gboolean
bary_profile_from_word (const char  *word,
                        BaryProfile *profile)
{
  for (guint i = 0; i < BARY_N_PROFILES; i++)
    if (g_strcmp0 (profiles[i].word, word) == 0)
      {
        *profile = i;
        return TRUE;
      }
  return FALSE;
}

const char *
bary_profile_get_label (BaryProfile profile)
{
  return _(profiles[profile].label);
}

void
bary_profile_apply (BaryProfile            profile,
                    const BaryPackageKind *kind,
                    BaryManifest          *manifest)
{
  for (guint i = 0; i < BARY_N_KINDS; i++)
    {
      const BaryKindInfo *info = bary_kind_get_info (i);

      for (guint field = 0; bary_package_kind_may_hold (kind, i) && field < info->n_fields; field++)
        if (bary_profile_leaves_out (profile, kind, i, &info->fields[field]))
          bary_manifest_add_omission (manifest, info->name, info->fields[field].name);
    }
}
