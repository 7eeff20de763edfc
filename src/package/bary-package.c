#include "bary-package.h"

#include "bary-config.h"
#include "bary-id-table.h"
#include "bary-input.h"
#include "bary-reading.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

struct _BaryPackage {
  GObject       parent_instance;

  char         *path;
  BaryManifest *manifest;
  int           progress; /* in thousandths; atomic */
  BaryReading  *ahead;    /* (nullable): the next reading, begun already */
  struct stat   checked;  /* the file that was found sound */
  struct stat   fronted;  /* the file whose manifest it is */
};

static void bary_package_source_init (BaryRecordSourceInterface *iface);
static void bary_package_edits_init (BaryEditSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryPackage, bary_package, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, bary_package_source_init)
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_EDIT_SOURCE, bary_package_edits_init))

static void
bary_package_finalize (GObject *object)
{
  BaryPackage *self = BARY_PACKAGE (object);

  g_clear_pointer (&self->ahead, bary_reading_free);
  g_clear_pointer (&self->manifest, bary_manifest_unref);
  g_free (self->path);

  G_OBJECT_CLASS (bary_package_parent_class)->finalize (object);
}

static void
bary_package_class_init (BaryPackageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_package_finalize;
}

static void
bary_package_init (BaryPackage *self)
{
}

BaryPackage *
bary_package_open (const char  *path,
                   GError     **error)
{
  g_autoptr (BaryInput) input = NULL;
  BaryPackage *self;

  g_return_val_if_fail (path != NULL, NULL);

  input = bary_input_open (path, error);
  if (input == NULL)
    return NULL;

  self = g_object_new (BARY_TYPE_PACKAGE, NULL);
  self->path = g_strdup (path);
  return self;
}

const char *
bary_package_get_path (BaryPackage *self)
{
  return self->path;
}

static gboolean
is_same_file (const struct stat *one,
              const struct stat *other)
{
  return one->st_ino == other->st_ino && one->st_dev == other->st_dev && one->st_size == other->st_size &&
         one->st_ctim.tv_sec == other->st_ctim.tv_sec && one->st_ctim.tv_nsec == other->st_ctim.tv_nsec;
}

gboolean
bary_package_check_apart (BaryPackage   *self,
                          BaryPorter    *porter,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (BaryPorter) own = NULL;
  struct stat present = { 0 };

  g_return_val_if_fail (BARY_IS_PACKAGE (self), FALSE);

  if (stat (self->path, &present) == 0 && is_same_file (&present, &self->checked))
    return TRUE;
  bary_package_stop_reading (self);
  if (porter == NULL)
    porter = own = bary_porter_new ();
  if (!bary_porter_check (porter, self->path, cancellable, error))
    return FALSE;

  self->checked = present;
  return TRUE;
}

/* Somebody may have looked at the front and trusted it: the rest must belong to it. */
static gboolean
keep_manifest (BaryPackage  *self,
               BaryReader   *reader,
               GError      **error)
{
  BaryManifest *manifest = bary_reader_get_manifest (reader);

  if (self->manifest != NULL &&
      (g_strcmp0 (manifest->id, self->manifest->id) != 0 || g_strcmp0 (manifest->kind, self->manifest->kind) != 0 ||
       g_strcmp0 (manifest->key, self->manifest->key) != 0))
    {
      g_set_error_literal (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_TAMPERED,
                           _("the file was changed while it was read: bring it in again once it is whole"));
      bary_package_error_place (error, self->path, 1, NULL);
      return FALSE;
    }

  bary_manifest_ref (manifest);
  g_clear_pointer (&self->manifest, bary_manifest_unref);
  self->manifest = manifest;
  return TRUE;
}

/* Returns: (transfer full) (nullable): having read the front. */
static BaryReading *
read_front (BaryPackage   *self,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (BaryReading) reading = NULL;
  struct stat present = { 0 };
  gboolean told = stat (self->path, &present) == 0;

  reading = bary_reading_new (self->path, &self->progress, cancellable);
  if (!bary_reading_read_front (reading, error) || !keep_manifest (self, bary_reading_get_reader (reading), error))
    return NULL;

  if (told)
    self->fronted = present;
  return g_steal_pointer (&reading);
}

gboolean
bary_package_read_manifest (BaryPackage  *self,
                            GError      **error)
{
  g_autoptr (BaryReading) reading = NULL;
  struct stat present = { 0 };

  g_return_val_if_fail (BARY_IS_PACKAGE (self), FALSE);

  if (self->manifest != NULL && stat (self->path, &present) == 0 && is_same_file (&present, &self->fronted))
    return TRUE;

  reading = read_front (self, NULL, error);
  return reading != NULL;
}

static gboolean
bary_package_foreach (BaryRecordSource   *source,
                      BaryRecordVisitor   visitor,
                      gpointer            user_data,
                      GCancellable       *cancellable,
                      GError            **error)
{
  BaryPackage *self = BARY_PACKAGE (source);
  g_autoptr (BaryReading) reading = g_steal_pointer (&self->ahead);

  if (reading == NULL)
    {
      reading = bary_reading_new (self->path, &self->progress, cancellable);
      bary_reading_start (reading);
    }

  return bary_reading_use (reading, visitor, user_data, error) && keep_manifest (self, bary_reading_get_reader (reading), error);
}

gboolean
bary_package_read_ahead (BaryPackage   *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (BaryReading) reading = NULL;

  g_return_val_if_fail (BARY_IS_PACKAGE (self), FALSE);

  if (self->ahead != NULL)
    return TRUE;
  reading = read_front (self, cancellable, error);
  if (reading == NULL)
    return FALSE;
  if (bary_package_holds_changes (self))
    return TRUE;

  bary_reading_start (reading);
  self->ahead = g_steal_pointer (&reading);
  return TRUE;
}

void
bary_package_stop_reading (BaryPackage *self)
{
  g_return_if_fail (BARY_IS_PACKAGE (self));

  g_clear_pointer (&self->ahead, bary_reading_free);
}

static char *
bary_package_dup_place (BaryRecordSource *source,
                        guint             line)
{
  g_autofree char *file = g_filename_display_name (BARY_PACKAGE (source)->path);

  /* Translators: where a mistake is. 1: a file, 2: a line */
  return g_strdup_printf (_("%1$s, line %2$u"), file, line);
}

static void
bary_package_source_init (BaryRecordSourceInterface *iface)
{
  iface->foreach = bary_package_foreach;
  iface->dup_place = bary_package_dup_place;
}

const BaryManifest *
bary_package_get_manifest (BaryPackage *self)
{
  return self->manifest;
}

/* Edits go to the database in the same thread: there are few of them beside what a package of everything holds. */
static gboolean
bary_package_foreach_edit (BaryEditSource         *source,
                           const BaryEditVisitor  *visitor,
                           gpointer                user_data,
                           GCancellable           *cancellable,
                           GError                **error)
{
  BaryPackage *self = BARY_PACKAGE (source);
  g_autoptr (BaryReader) reader = bary_reader_new (self->path, NULL, NULL);

  bary_reader_set_edit_visitor (reader, visitor, user_data);
  return bary_reading_feed (reader, self->path, &self->progress, cancellable, error) && keep_manifest (self, reader, error);
}

static GPtrArray *
bary_package_get_replicas (BaryEditSource *source)
{
  return BARY_PACKAGE (source)->manifest->replicas;
}

static void
bary_package_edits_init (BaryEditSourceInterface *iface)
{
  iface->foreach = bary_package_foreach_edit;
  iface->get_replicas = bary_package_get_replicas;
}

gboolean
bary_package_holds_changes (BaryPackage *self)
{
  return self->manifest != NULL && g_strcmp0 (self->manifest->kind, "changes") == 0;
}

const char *
bary_package_get_created (BaryPackage *self)
{
  return self->manifest != NULL ? self->manifest->created : NULL;
}

const char *
bary_package_get_sender (BaryPackage *self)
{
  return self->manifest != NULL ? self->manifest->sender : NULL;
}

const char *
bary_package_get_source (BaryPackage *self)
{
  return self->manifest != NULL ? self->manifest->source : NULL;
}

GPtrArray *
bary_package_get_remarks (BaryPackage *self)
{
  return self->manifest != NULL ? self->manifest->remarks : NULL;
}

double
bary_package_get_progress (BaryPackage *self)
{
  return g_atomic_int_get (&self->progress) / 1000.0;
}

/* Checking without a database */

typedef struct {
  BaryPackage *package;
  BaryIdTable *lines;
} Check;

/* @record: (transfer full) */
static gboolean
check_record (BaryRecord  *record,
              guint        line,
              gpointer     user_data,
              GError     **error)
{
  Check *self = user_data;
  g_autoptr (BaryRecord) owned = record;
  const char *element = bary_record_get_info (record)->name;
  guint before;

  if (!bary_id_table_add (self->lines, bary_record_get_id (record), line, &before, error))
    return FALSE;
  if (before == 0)
    return TRUE;

  g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_DUPLICATE,
               /* Translators: 1: an id, 2: a line */
               _("a record with the id %1$s stands in line %2$u already: ask the sender to make the package again"),
               bary_record_get_id (record), before);
  bary_package_error_place (error, self->package->path, line, element);
  return FALSE;
}

gboolean
bary_package_read_through (BaryPackage   *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (BaryIdTable) lines = bary_id_table_new ();
  Check check = { self, lines };
  g_autoptr (BaryReader) reader = NULL;

  g_return_val_if_fail (BARY_IS_PACKAGE (self), FALSE);

  /* A record is looked at sooner than it is passed to another thread. */
  reader = bary_reader_new (self->path, check_record, &check);
  return bary_reading_feed (reader, self->path, &self->progress, cancellable, error) && keep_manifest (self, reader, error);
}

gboolean
bary_package_validate (const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (BaryPackage) package = bary_package_open (path, error);

  return package != NULL && bary_package_read_through (package, cancellable, error);
}
