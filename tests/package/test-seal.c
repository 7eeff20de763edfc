#include "bary-test-package.h"

#include "bary-id.h"
#include "bary-reader.h"
#include "bary-seal.h"

#include <string.h>

/* RFC 8032, section 7.1, tests 1 and 2: seed, public key, message, signature. */
typedef struct {
  const char *seed;
  const char *public_half;
  const char *message;
  const char *signature;
} Vector;

static const Vector vectors[] = {
  { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
  { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "r",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" },
};

static void
read_hex (const char *text,
          guint8     *bytes)
{
  for (gsize i = 0; text[2 * i] != '\0'; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) << 4 | g_ascii_xdigit_value (text[2 * i + 1]));
}

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      BaryKey key;
      guint8 signature[64];
      g_autofree char *expected = NULL;
      g_autofree char *made = NULL;
      g_autofree char *public_half = NULL;

      read_hex (vectors[i].seed, key.secret_half);
      read_hex (vectors[i].public_half, key.secret_half + 32);
      read_hex (vectors[i].public_half, key.public_half);
      read_hex (vectors[i].signature, signature);
      expected = g_base64_encode (signature, sizeof signature);
      made = bary_key_sign_text (&key, vectors[i].message);
      public_half = bary_key_dup_public (&key);
      g_assert_cmpstr (made, ==, expected);
      g_assert_true (bary_key_verify_text (public_half, vectors[i].message, expected));
      g_assert_false (bary_key_verify_text (public_half, "another", expected));
    }
}

static void
feed_in_pieces (BarySeal   *seal,
                const char *text,
                gsize       piece)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i += piece)
    bary_seal_feed (seal, text + i, MIN (piece, length - i));
}

/* However the bytes are cut, and whatever looks like the tag, what stands before the last tag is signed. */
static void
test_pieces (void)
{
  static const char *const starts[] = { "<a>text</a>", "<a><signatur<signature><b/>", "<<<signature<sig", "" };
  g_autoptr (BaryKey) key = bary_key_new ();
  g_autofree char *public_half = bary_key_dup_public (key);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *whole = g_strconcat (starts[i], BARY_SEAL_TAG, "rest<", NULL);
      g_autofree char *changed = g_strconcat ("x", whole, NULL);
      g_autoptr (BarySeal) signer = bary_seal_new ();
      g_autofree char *signature = NULL;

      feed_in_pieces (signer, starts[i], 3);
      signature = bary_seal_sign (signer, key);
      for (gsize piece = 1; piece <= strlen (whole); piece++)
        {
          g_autoptr (BarySeal) seal = bary_seal_new ();
          g_autoptr (BarySeal) other = bary_seal_new ();

          feed_in_pieces (seal, whole, piece);
          g_assert_true (bary_seal_verify (seal, public_half, signature));
          feed_in_pieces (other, changed, piece);
          g_assert_false (bary_seal_verify (other, public_half, signature));
        }
    }
}

/* Signed packages */

static char *
write_signed (Fixture    *fixture,
              const char *name,
              BaryKey    *key)
{
  char *path = test_path (fixture, name);
  g_autoptr (GPtrArray) records = test_full_records ();
  g_autoptr (BaryRecordSource) full = test_source_new (records);
  g_autoptr (BaryRecordSource) source = bary_store_source_new (fixture->store);
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("ИМЦ «Проба»", "Положение");
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_set_size (records, 6);
  bary_store_import (fixture->store, "Import", NULL, full, BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error);
  g_assert_no_error (error);

  bary_manifest_set_signer (manifest, key);
  manifest->sender_id = bary_id_new ();
  manifest->centre = bary_id_new ();
  manifest->addressee = g_strdup ("Соседний ИМЦ");
  manifest->addressee_id = bary_id_new ();
  manifest->subject = bary_id_new ();
  manifest->sequence = 12;
  manifest->former_key = bary_key_dup_public (key);
  manifest->voucher = bary_key_sign_text (key, manifest->key);
  bary_manifest_add_omission (manifest, "person", "phone");
  bary_package_write (path, manifest, source, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_front (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (BaryKey) key = bary_key_new ();
  g_autofree char *public_half = bary_key_dup_public (key);
  g_autofree char *path = write_signed (fixture, data, key);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = bary_package_open (path, &error);
  const BaryManifest *manifest;

  g_assert_no_error (error);
  bary_package_read_manifest (package, &error);
  g_assert_no_error (error);
  manifest = bary_package_get_manifest (package);
  g_assert_cmpstr (manifest->key, ==, public_half);
  g_assert_true (bary_id_is_valid (manifest->sender_id));
  g_assert_true (bary_id_is_valid (manifest->centre));
  g_assert_cmpstr (manifest->addressee, ==, "Соседний ИМЦ");
  g_assert_true (bary_id_is_valid (manifest->addressee_id));
  g_assert_true (bary_id_is_valid (manifest->subject));
  g_assert_cmpuint (manifest->sequence, ==, 12);
  g_assert_true (bary_key_verify_text (manifest->former_key, manifest->key, manifest->voucher));
  g_assert_true (bary_manifest_omits (manifest, "person", "phone"));
  g_assert_false (bary_manifest_omits (manifest, "person", "email"));
  g_assert_true (manifest->counted);
  g_assert_cmpuint (manifest->counts[BARY_KIND_CENTRE], ==, 1);

  bary_package_validate (path, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
drop (BaryRecord  *record,
      guint        line,
      gpointer     user_data,
      GError     **error)
{
  g_object_unref (record);
  return TRUE;
}

static gboolean
is_taken (const char  *bytes,
          gsize        length,
          GError     **error)
{
  g_autoptr (BaryReader) reader = bary_reader_new ("signed.xml", drop, NULL);

  return bary_reader_feed (reader, bytes, length, error) && bary_reader_finish (reader, error);
}

/* No byte up to the end of the signature can be another, and none can be missing. */
static void
test_every_byte (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (BaryKey) key = bary_key_new ();
  g_autofree char *path = write_signed (fixture, "signed.xml", key);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gsize end;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (is_taken (contents, length, &error));
  g_assert_no_error (error);

  end = strstr (contents, "</signature>") - contents;
  for (gsize i = 0; i < end; i++)
    {
      g_autoptr (GError) flipped = NULL;
      g_autoptr (GError) cut = NULL;

      contents[i] ^= 1;
      g_assert_false (is_taken (contents, length, &flipped));
      g_assert_true (flipped->domain == BARY_PACKAGE_ERROR);
      contents[i] ^= 1;
      g_assert_false (is_taken (contents, i, &cut));
    }
}

/* Returns: (transfer full): the text without what stands from one mark up to the other, or with something in its place. */
static char *
splice (const char *text,
        const char *from,
        const char *to,
        const char *instead)
{
  const char *start = strstr (text, from);
  const char *end = strstr (start, to);
  g_autofree char *front = g_strndup (text, start - text);

  return g_strconcat (front, instead, end, NULL);
}

static void
assert_tampered (const char *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (is_taken (bytes, strlen (bytes), &error));
  g_assert_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_TAMPERED);
  g_assert_true (g_str_has_prefix (error->message, "signed.xml, line "));
}

static void
test_forged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BaryKey) key = bary_key_new ();
  g_autoptr (BaryKey) other = bary_key_new ();
  g_autofree char *own = bary_key_dup_public (key);
  g_autofree char *stranger = bary_key_dup_public (other);
  g_autofree char *path = write_signed (fixture, "signed.xml", key);
  g_autofree char *contents = NULL;
  g_autofree char *unsigned_text = NULL;
  g_autofree char *keyless = NULL;
  g_autofree char *swapped = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *spaced = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  unsigned_text = splice (contents, "  <signature>", "</package>", "");
  assert_tampered (unsigned_text);
  keyless = splice (contents, " key=\"", ">ИМЦ", "");
  assert_tampered (keyless);
  swapped = splice (contents, own, "\">ИМЦ", stranger);
  assert_tampered (swapped);
  counted = splice (unsigned_text, "<count kind=\"centre\">1", "</count>", "<count kind=\"centre\">2");
  assert_tampered (counted);
  spaced = splice (contents, "<signature>", ">", "<signature ");
  assert_tampered (spaced);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/vectors", test_vectors);
  g_test_add_func ("/seal/pieces", test_pieces);
  g_test_add ("/seal/front", Fixture, "signed.xml", test_set_up, test_front, test_tear_down);
  g_test_add ("/seal/front-compressed", Fixture, "signed.xml.gz", test_set_up, test_front, test_tear_down);
  g_test_add ("/seal/every-byte", Fixture, NULL, test_set_up, test_every_byte, test_tear_down);
  g_test_add ("/seal/forged", Fixture, NULL, test_set_up, test_forged, test_tear_down);

  return g_test_run ();
}
