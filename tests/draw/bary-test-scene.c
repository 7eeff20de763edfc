#include "bary-test-scene.h"

BaryScene *
bary_test_scene_new (BaryNetwork *network)
{
  BaryScene *scene = bary_scene_new (network, NULL);

  g_assert_true (bary_scene_arrange (scene, NULL, NULL));
  bary_network_unref (network);
  return scene;
}

BaryFrame
bary_test_frame_new (void)
{
  return (BaryFrame) { bary_theme_get (BARY_THEME_LIGHT), BARY_DETAIL_ALL, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL,
                       -1, -1, FALSE, 1 };
}

BaryCamera
bary_test_camera_at (BaryScene *scene,
                     double     zoom)
{
  BaryCamera camera = { 1, 0, 0, 1920, 1080 };

  bary_camera_fit (&camera, &bary_scene_get_layout (scene)->bounds, 20, 100);
  camera.scale *= zoom;
  camera.offset_x = 960 - (960 - camera.offset_x) * zoom;
  camera.offset_y = 540 - (540 - camera.offset_y) * zoom;
  return camera;
}
