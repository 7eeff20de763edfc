#include "bary-layout-spacing.h"

static const BaryLayoutSpacing few = {
  .gap_x = BARY_LAYOUT_GAP_X,
  .gap_y = BARY_LAYOUT_GAP_Y,
  .gap = 24,
  .fill = 0.38,
  .shape = 1.5,
  .pull = 1,
  .steps = 14,
  .packings = 10,
};
static const BaryLayoutSpacing many = {
  .gap_x = 6,
  .gap_y = 2,
  .gap = 4,
  .fill = 0.43,
  .shape = 1.9,
  .pull = 1.9,
  .steps = 50,
  .packings = 20,
  .ways = TRUE,
};
static const BaryLayoutSpacing most = {
  .gap_x = BARY_LAYOUT_GAP_X,
  .gap_y = BARY_LAYOUT_GAP_Y,
  .gap = 16,
  .fill = 0.45,
  .shape = 1.5,
  .pull = 1,
  .steps = 70,
  .packings = 10,
};

BaryLayoutSpacing
bary_layout_spacing_choose (guint  n_nodes,
                            double stretch)
{
  BaryLayoutSpacing spacing = n_nodes <= BARY_LAYOUT_FEW ? few : n_nodes <= BARY_LAYOUT_MANY ? many : most;

  spacing.gap_x /= stretch;
  return spacing;
}
