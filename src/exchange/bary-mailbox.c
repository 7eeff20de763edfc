#include "bary-mailbox.h"

#include "bary-config.h"
#include "bary-package.h"
#include "bary-parcels.h"
#include "bary-refusal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* A file as it was when it was last read. */
typedef struct {
  gint64        size;
  gint64        changed;  /* nanoseconds */
  BaryPackage  *package;  /* NULL: no package */
  gboolean      judged;   /* it was read to its end */
  char         *fault;    /* (nullable): why it is not whole */
} Known;

struct _BaryMailbox {
  char       *folder;
  GHashTable *files; /* name -> Known */
};

typedef struct {
  BaryMailbox  *mailbox;
  BaryStore    *store;
  char         *replica;
  char         *centre;
  GHashTable   *whole; /* ids and keys of the new packages of this look */
  GPtrArray    *mails;
  BaryPorter   *porter;
  GCancellable *cancellable;
} Look;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_object (&known->package);
  g_free (known->fault);
  g_free (known);
}

void
bary_mail_free (BaryMail *self)
{
  g_free (self->path);
  g_free (self->package);
  g_free (self->kind);
  g_free (self->sender);
  g_free (self->created);
  g_free (self->reason);
  g_free (self);
}

const char *
bary_mail_state_to_word (BaryMailState state)
{
  static const char *const words[] = { "new", "partial", "own", "known", "twice", "others", "refused", "early" };

  return words[state];
}

BaryMailbox *
bary_mailbox_new (const char *folder)
{
  BaryMailbox *self = g_new0 (BaryMailbox, 1);

  self->folder = g_strdup (folder);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  return self;
}

void
bary_mailbox_free (BaryMailbox *self)
{
  g_hash_table_unref (self->files);
  g_free (self->folder);
  g_free (self);
}

const char *
bary_mailbox_get_folder (BaryMailbox *self)
{
  return self->folder;
}

/* Reading */

/* Returns: (transfer full) (nullable): NULL if it does not begin as a package. */
static BaryPackage *
read_front (const char *path)
{
  g_autoptr (BaryPackage) package = bary_package_open (path, NULL);

  return package != NULL && bary_package_read_manifest (package, NULL) && bary_package_get_manifest (package)->id != NULL
           ? g_steal_pointer (&package) : NULL;
}

/* Only plain files: a pipe would be waited for, a link may lead anywhere. Returns: (transfer none) (nullable) */
static Known *
get_known (BaryMailbox *self,
           const char  *name,
           const char  *path)
{
  Known *known = g_hash_table_lookup (self->files, name);
  struct stat status;
  gint64 changed;

  if (lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;

  changed = status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;
  if (known != NULL && known->size == status.st_size && known->changed == changed)
    return known;

  known = g_new0 (Known, 1);
  known->size = status.st_size;
  known->changed = changed;
  known->package = read_front (path);
  g_hash_table_replace (self->files, g_strdup (name), known);
  return known;
}

/* Read here only once the porter is through with it: then its digest is known. */
static gboolean
is_whole (Look  *self,
          Known *known)
{
  g_autoptr (GError) error = NULL;

  if (known->judged)
    return known->fault == NULL;

  if (!bary_package_check_apart (known->package, self->porter, self->cancellable, &error) ||
      !bary_package_read_through (known->package, self->cancellable, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return FALSE;
      known->fault = g_strdup (error->message);
    }
  known->judged = TRUE;
  return known->fault == NULL;
}

/* Judging */

/* What is refused stays refused as long as it is the same; what came too early may be tried once something else has come. */
static gboolean
judge_refused (Look              *self,
               const BaryParcel  *parcel,
               BaryMailState     *state,
               GError           **error)
{
  gboolean later;

  if (!g_str_has_prefix (parcel->reason, BARY_REFUSAL_EARLY))
    {
      *state = BARY_MAIL_REFUSED;
      return TRUE;
    }
  if (!bary_store_came_later (self->store, parcel, &later, error))
    return FALSE;
  *state = later ? BARY_MAIL_NEW : BARY_MAIL_EARLY;
  return TRUE;
}

static gboolean
is_for_another (Look               *self,
                const BaryManifest *manifest)
{
  return manifest->addressee_id != NULL && g_strcmp0 (manifest->addressee_id, self->replica) != 0 &&
         g_strcmp0 (manifest->addressee_id, self->centre) != 0;
}

/* What the journal and the other files say of a package that is for this database.
 * @parcel: (nullable): its line in the journal */
static gboolean
judge_for_us (Look              *self,
              Known             *known,
              const BaryParcel  *parcel,
              BaryMailState     *state,
              GError           **error)
{
  const BaryManifest *manifest;

  *state = BARY_MAIL_NEW;
  if (parcel != NULL && g_str_equal (parcel->state, "applied"))
    *state = BARY_MAIL_KNOWN;
  else if (!is_whole (self, known))
    *state = BARY_MAIL_PARTIAL;
  if (*state != BARY_MAIL_NEW)
    return TRUE;

  manifest = bary_package_get_manifest (known->package);
  if (parcel != NULL && g_str_equal (parcel->state, "refused") && g_strcmp0 (parcel->digest, manifest->digest) == 0 &&
      !judge_refused (self, parcel, state, error))
    return FALSE;
  if (*state == BARY_MAIL_NEW && !g_hash_table_add (self->whole, g_strconcat (manifest->id, " ", manifest->key, NULL)))
    *state = BARY_MAIL_TWICE;
  return TRUE;
}

static gboolean
judge (Look           *self,
       Known          *known,
       BaryMailState  *state,
       char          **reason,
       GError        **error)
{
  const BaryManifest *manifest = bary_package_get_manifest (known->package);
  g_autoptr (BaryParcel) parcel = NULL;
  GError *failure = NULL;

  *state = g_strcmp0 (manifest->sender_id, self->replica) == 0 ? BARY_MAIL_OWN : BARY_MAIL_OTHERS;
  if (*state == BARY_MAIL_OWN || is_for_another (self, manifest))
    return TRUE;

  parcel = bary_store_find_parcel (self->store, manifest->id, manifest->key, FALSE, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (!judge_for_us (self, known, parcel, state, error))
    return FALSE;
  if (*state == BARY_MAIL_PARTIAL)
    *reason = g_strdup (known->fault);
  else if (*state == BARY_MAIL_REFUSED || *state == BARY_MAIL_EARLY)
    *reason = g_strdup (parcel->reason);
  return TRUE;
}

/* @reason: (transfer full) (nullable) */
static void
add_mail (Look          *self,
          const Known   *known,
          const char    *path,
          BaryMailState  state,
          char          *reason)
{
  const BaryManifest *manifest = bary_package_get_manifest (known->package);
  BaryMail *mail = g_new0 (BaryMail, 1);

  mail->path = g_strdup (path);
  mail->state = state;
  mail->package = g_strdup (manifest->id);
  mail->kind = g_strdup (manifest->kind);
  mail->sender = g_strdup (manifest->sender);
  mail->created = g_strdup (manifest->created);
  mail->sequence = manifest->sequence;
  mail->reason = reason;
  g_ptr_array_add (self->mails, mail);
}

static gboolean
look_at (Look        *self,
         const char  *name,
         GError     **error)
{
  g_autofree char *path = g_build_filename (self->mailbox->folder, name, NULL);
  Known *known = *name != '.' ? get_known (self->mailbox, name, path) : NULL;
  BaryMailState state;
  char *reason = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (known == NULL || known->package == NULL)
    return TRUE;
  if (!judge (self, known, &state, &reason, error))
    return FALSE;

  add_mail (self, known, path, state, reason);
  return TRUE;
}

static int
compare_mails (gconstpointer a,
               gconstpointer b)
{
  const BaryMail *one = *(const BaryMail *const *) a;
  const BaryMail *other = *(const BaryMail *const *) b;
  int order = g_strcmp0 (one->created, other->created);

  if (order == 0 && one->sequence != other->sequence)
    order = one->sequence < other->sequence ? -1 : 1;
  return order != 0 ? order : g_strcmp0 (one->path, other->path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Which of two files with the same package counts must not depend on the folder's own order. */
static GPtrArray *
list_names (BaryMailbox  *self,
            GError      **error)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, &failure);
  const char *name;

  if (folder == NULL)
    {
      g_ptr_array_unref (names);
      g_set_error (error, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_FOLDER,
                   /* Translators: 1: a folder, 2: what the system says */
                   _("%1$s: the shared folder cannot be read (%2$s): connect the disk or the server it lies on, or choose another folder"),
                   self->folder, failure->message);
      return NULL;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

GPtrArray *
bary_mailbox_look (BaryMailbox   *self,
                   BaryStore     *store,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) names = list_names (self, error);
  g_autoptr (GPtrArray) mails = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_mail_free);
  g_autofree char *replica = bary_store_dup_meta (store, BARY_META_REPLICA);
  g_autofree char *centre = bary_store_dup_meta (store, BARY_META_OWN_CENTRE);
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (BaryPorter) porter = bary_porter_new ();
  Look look = { self, store, replica, centre, whole, mails, porter, cancellable };

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (!look_at (&look, names->pdata[i], error))
      return NULL;
  if (names == NULL)
    return NULL;

  g_ptr_array_sort (mails, compare_mails);
  return g_steal_pointer (&mails);
}
