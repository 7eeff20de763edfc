#include "bary-arrival.h"

void
bary_arrival_describe (BaryParcel         *parcel,
                       const BaryManifest *manifest)
{
  parcel->package = g_strdup (manifest->id);
  parcel->kind = g_strdup (manifest->kind);
  parcel->created = g_strdup (manifest->created);
  parcel->sequence = manifest->sequence;
  parcel->peer = g_strdup (manifest->sender);
  parcel->peer_id = g_strdup (manifest->sender_id);
  parcel->key = g_strdup (manifest->key);
  parcel->subject = g_strdup (manifest->subject);
  parcel->digest = g_strdup (manifest->digest);
}
