#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A key for two people to compare: its six words to be read out, and the same as a code for a telephone's camera. */
#define BARY_TYPE_KEY_PICTURE (bary_key_picture_get_type ())
G_DECLARE_FINAL_TYPE (BaryKeyPicture, bary_key_picture, BARY, KEY_PICTURE, AdwBin)

/* @name: whose it is; @key: in base64 */
void bary_key_picture_show (BaryKeyPicture *self,
                            const char     *name,
                            const char     *key);

G_END_DECLS
