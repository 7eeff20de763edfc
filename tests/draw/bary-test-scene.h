#pragma once

#include "bary-scene-walk.h"
#include "bary-test-network.h"

G_BEGIN_DECLS

/* Arranged. @network: (transfer full) */
BaryScene  *bary_test_scene_new (BaryNetwork *network);
/* Everything drawn, nothing picked out. */
BaryFrame   bary_test_frame_new (void);
/* 1920 × 1080; at 1 all of the scene is in sight. */
BaryCamera  bary_test_camera_at (BaryScene   *scene,
                                 double       zoom);

G_END_DECLS
