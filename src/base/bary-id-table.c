#include "bary-id-table.h"

#include "bary-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define LEAST_SLOTS 64
#define MOST_SLOTS (32 * 1024) /* in memory, unless the file finds no room */
#define FILTER_BITS ((guint64) 32 * 1024 * 1024)
#define FILTER_HASHES 4

/* Open addressing; a slot is free when its number is 0. */
typedef struct {
  guint32 id[4];
  guint32 number;
} Slot;

/* The file is a row of tables, each as it was in memory. A bit of the filter that is not set tells that an id is in none of
 * them: of a million ids, some hundred are looked for in vain. */
struct _BaryIdTable {
  Slot   *slots;
  gsize   size;   /* a power of two */
  gsize   count;

  int     file;   /* -1: there is none yet */
  gsize   filed;  /* slots in the file */
  GArray *tables; /* (element-type gsize): how many slots each has */
  guchar *filter; /* (nullable) */
};

BaryIdTable *
bary_id_table_new (void)
{
  BaryIdTable *self = g_new0 (BaryIdTable, 1);

  self->size = LEAST_SLOTS;
  self->slots = g_new0 (Slot, self->size);
  self->file = -1;
  self->tables = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
bary_id_table_free (BaryIdTable *self)
{
  if (self->file >= 0)
    close (self->file);
  g_array_unref (self->tables);
  g_free (self->filter);
  g_free (self->slots);
  g_free (self);
}

static void
parse_id (const char *id,
          guint32    *parts)
{
  guint n = 0;

  memset (parts, 0, 4 * sizeof *parts);
  for (; *id != '\0' && n < 32; id++)
    if (*id != '-')
      {
        parts[n / 8] = parts[n / 8] << 4 | (guint32) (*id <= '9' ? *id - '0' : *id - 'a' + 10);
        n++;
      }
}

/* Ids of one millisecond differ in few bits; all of them must count. */
static guint64
hash (const guint32 *parts)
{
  guint64 high = (guint64) parts[0] << 32 | parts[1];
  guint64 low = (guint64) parts[2] << 32 | parts[3];
  guint64 mixed = (high ^ (low >> 29) ^ (low << 35)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return mixed ^ (mixed >> 32);
}

static Slot *
find (Slot          *slots,
      gsize          size,
      const guint32 *parts)
{
  gsize i = hash (parts) & (size - 1);

  while (slots[i].number != 0 && memcmp (slots[i].id, parts, sizeof slots[i].id) != 0)
    i = (i + 1) & (size - 1);

  return &slots[i];
}

static void
grow (BaryIdTable *self)
{
  gsize size = self->size * 2;
  Slot *slots = g_new0 (Slot, size);

  for (gsize i = 0; i < self->size; i++)
    if (self->slots[i].number != 0)
      *find (slots, size, self->slots[i].id) = self->slots[i];

  g_free (self->slots);
  self->slots = slots;
  self->size = size;
}

/* The file */

static gboolean
open_file (BaryIdTable *self)
{
  g_autofree char *path = NULL;

  if (self->file >= 0)
    return TRUE;

  self->file = g_file_open_tmp ("barycenter-XXXXXX", &path, NULL);
  if (self->file < 0)
    return FALSE;

  g_unlink (path);
  self->filter = g_malloc0 (FILTER_BITS / 8);
  return TRUE;
}

static gboolean
write_table (BaryIdTable *self)
{
  const char *data = (const char *) self->slots;
  gsize start = self->filed * sizeof (Slot);
  gsize length = self->size * sizeof (Slot);
  gsize done = 0;

  while (done < length)
    {
      gssize n = pwrite (self->file, data + done, length - done, start + done);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += MAX (n, 0);
    }
  return TRUE;
}

static guint64
get_bit (const guint32 *parts,
         guint          i)
{
  guint64 hashed = hash (parts);

  return (hashed + i * (hashed >> 32 | 1)) % FILTER_BITS;
}

static void
mark (BaryIdTable   *self,
      const guint32 *parts)
{
  for (guint i = 0; i < FILTER_HASHES; i++)
    {
      guint64 bit = get_bit (parts, i);

      self->filter[bit / 8] |= 1 << bit % 8;
    }
}

static gboolean
is_marked (BaryIdTable   *self,
           const guint32 *parts)
{
  for (guint i = 0; self->filter != NULL && i < FILTER_HASHES; i++)
    {
      guint64 bit = get_bit (parts, i);

      if (!(self->filter[bit / 8] & 1 << bit % 8))
        return FALSE;
    }
  return self->filter != NULL;
}

/* Moves what is in memory into the file. Returns: whether there is room in memory now. */
static gboolean
file_away (BaryIdTable *self)
{
  if (!open_file (self) || !write_table (self))
    return FALSE;

  for (gsize i = 0; i < self->size; i++)
    if (self->slots[i].number != 0)
      mark (self, self->slots[i].id);
  memset (self->slots, 0, self->size * sizeof (Slot));
  self->filed += self->size;
  g_array_append_val (self->tables, self->size);
  self->count = 0;
  return TRUE;
}

static gboolean
read_slot (BaryIdTable  *self,
           gsize         place,
           Slot         *slot,
           GError      **error)
{
  gssize n = pread (self->file, slot, sizeof *slot, place * sizeof *slot);

  if (n == sizeof *slot)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, n < 0 ? g_file_error_from_errno (errno) : G_FILE_ERROR_IO,
               /* Translators: 1: a folder, 2: what the system says */
               _("%1$s: a temporary file cannot be read back (%2$s): check the disk, or name another folder in TMPDIR"),
               g_get_tmp_dir (), g_strerror (n < 0 ? errno : EIO));
  return FALSE;
}

/* As in memory. @start: the place of its first slot */
static gboolean
find_in_table (BaryIdTable    *self,
               gsize           start,
               gsize           size,
               const guint32  *parts,
               guint          *number,
               GError        **error)
{
  gsize first = hash (parts);

  for (gsize i = 0; i < size; i++)
    {
      Slot slot;

      if (!read_slot (self, start + ((first + i) & (size - 1)), &slot, error))
        return FALSE;
      if (slot.number != 0 && memcmp (slot.id, parts, sizeof slot.id) != 0)
        continue;

      *number = slot.number;
      return TRUE;
    }
  return TRUE;
}

static gboolean
find_in_file (BaryIdTable    *self,
              const guint32  *parts,
              guint          *number,
              GError        **error)
{
  gsize start = 0;

  *number = 0;
  for (guint i = 0; is_marked (self, parts) && *number == 0 && i < self->tables->len; i++)
    {
      gsize size = g_array_index (self->tables, gsize, i);

      if (!find_in_table (self, start, size, parts, number, error))
        return FALSE;
      start += size;
    }
  return TRUE;
}

/* The table */

gboolean
bary_id_table_add (BaryIdTable  *self,
                   const char   *id,
                   guint         number,
                   guint        *before,
                   GError      **error)
{
  guint32 parts[4];
  Slot *slot;

  g_return_val_if_fail (number != 0, FALSE);

  parse_id (id, parts);
  slot = find (self->slots, self->size, parts);
  *before = slot->number;
  if (*before != 0)
    return TRUE;
  if (!find_in_file (self, parts, before, error))
    return FALSE;
  if (*before != 0)
    return TRUE;

  memcpy (slot->id, parts, sizeof parts);
  slot->number = number;
  if (++self->count > self->size / 4 * 3 && (self->size < MOST_SLOTS || !file_away (self)))
    grow (self);
  return TRUE;
}

gboolean
bary_id_table_get (BaryIdTable  *self,
                   const char   *id,
                   guint        *number,
                   GError      **error)
{
  guint32 parts[4];

  parse_id (id, parts);
  *number = find (self->slots, self->size, parts)->number;
  return *number != 0 || find_in_file (self, parts, number, error);
}
