#pragma once

#include "bary-network-figures.h"

G_BEGIN_DECLS

/* Figures while they are counted. */
typedef struct {
  const BaryNetwork *network;
  GArray            *figures;
  guint8            *member;   /* of organisations */
  GPtrArray         *nodes_of; /* of organisations: GArray of guint, or NULL */
} BaryFigureCount;

/* Whether somebody is there on the day shown. */
gboolean           bary_figure_count_is_there (BaryPresence       presence);
/* Returns: its place among the figures. */
guint              bary_figure_count_add      (BaryFigureCount   *self,
                                               BaryFigureKind     kind,
                                               const char        *group,
                                               const char        *organisation_kind);
/* Returns: valid until the next is added. */
BaryNetworkFigure *bary_figure_count_get      (BaryFigureCount   *self,
                                               guint              i);
/* Each organisation once, and all the nodes that stand for it. */
void               bary_figure_count_finish   (BaryFigureCount   *self,
                                               BaryNetworkFigure *figure);

/* bary-network-figures-ties.c: those that hold the network together. */
void               bary_figure_count_add_ties (BaryFigureCount   *self);

G_END_DECLS
