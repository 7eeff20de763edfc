#pragma once

#include "bary-fraction.h"

G_BEGIN_DECLS

/* The rating of innovative activity of a district's organisations in a school year: points by twelve indicators, and up
 * to five more for each of two kinds of work on top, as the district of Krasnoselsky has it («Рейтинг инновационной
 * активности»). How many points a piece of evidence is worth is for the district to say. */
typedef enum {
  BARY_ACTIVITY_STATUS,                /* has a status of innovation */
  BARY_ACTIVITY_DISTRICT_PROJECTS,     /* carries out projects for the district's system of education */
  BARY_ACTIVITY_PRODUCTS,              /* presents products */
  BARY_ACTIVITY_SITE_CONTESTS,         /* contests for the recognition of regional sites and of products */
  BARY_ACTIVITY_LEADER_CONTESTS,       /* contests of heads and their teams */
  BARY_ACTIVITY_FORUM,                 /* results presented at the Petersburg International Educational Forum */
  BARY_ACTIVITY_CONFERENCES,           /* at the district's conferences */
  BARY_ACTIVITY_COUNTRY_EVENTS,        /* at events of the country and the city */
  BARY_ACTIVITY_DISTRICT_EVENTS,       /* at events of the district */
  BARY_ACTIVITY_PUBLICATIONS,          /* of the present school year */
  BARY_ACTIVITY_PROJECT_PARTICIPATION, /* takes part in making or carrying out projects for the district */
  BARY_ACTIVITY_EXPERTS,               /* has members of the community of experts */
  BARY_ACTIVITY_INITIATIVES,           /* on top: initiative projects, by their reports */
  BARY_ACTIVITY_INTERNSHIP,            /* on top: an internship site */
  BARY_N_ACTIVITIES
} BaryActivity;

/* The greatest number of points for each of the two on top. */
#define BARY_ACTIVITY_MOST_ON_TOP 5

/* A piece of evidence. */
typedef struct {
  guint         organisation;
  BaryActivity  activity;
  BaryFraction  points;
} BaryActivityEvidence;

typedef struct {
  guint        n;        /* pieces of evidence; 0 is a gap and not the same as no points */
  BaryFraction points;   /* that count */
  gboolean     limited;  /* there would be more but for the limit */
} BaryActivityCell;

typedef struct {
  BaryActivityCell cells[BARY_N_ACTIVITIES];
  BaryFraction     total;
  guint            n_gaps; /* of the twelve indicators, those without evidence */
  guint            place;  /* from 1; equal totals share it; 0 without any evidence */
} BaryActivityRow;

/* @limits: (nullable) (array length=BARY_N_ACTIVITIES): the greatest points of each; below 0 for none. NULL: 5 for each of
 * the two on top, none otherwise
 * Returns: (transfer full) (nullable) (array length=n_organisations): NULL if points have too many digits */
BaryActivityRow *bary_activity_rating_new (guint                       n_organisations,
                                           const BaryActivityEvidence *evidence,
                                           guint                       n_evidence,
                                           const BaryFraction         *limits);

/* Returns: (transfer none): translated */
const char      *bary_activity_get_label  (BaryActivity                activity);

G_END_DECLS
