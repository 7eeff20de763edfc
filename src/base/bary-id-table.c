#include "bary-id-table.h"

#include <string.h>

/* Open addressing; a slot is free when its number is 0. */
typedef struct {
  guint32 id[4];
  guint32 number;
} Slot;

struct _BaryIdTable {
  Slot  *slots;
  gsize  size;  /* a power of two */
  gsize  count;
};

BaryIdTable *
bary_id_table_new (void)
{
  BaryIdTable *self = g_new0 (BaryIdTable, 1);

  self->size = 64;
  self->slots = g_new0 (Slot, self->size);
  return self;
}

void
bary_id_table_free (BaryIdTable *self)
{
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

guint
bary_id_table_add (BaryIdTable *self,
                   const char  *id,
                   guint        number)
{
  guint32 parts[4];
  Slot *slot;

  g_return_val_if_fail (number != 0, 0);

  parse_id (id, parts);
  slot = find (self->slots, self->size, parts);
  if (slot->number != 0)
    return slot->number;

  memcpy (slot->id, parts, sizeof parts);
  slot->number = number;
  if (++self->count > self->size / 4 * 3)
    grow (self);
  return 0;
}

guint
bary_id_table_get (BaryIdTable *self,
                   const char  *id)
{
  guint32 parts[4];

  parse_id (id, parts);
  return find (self->slots, self->size, parts)->number;
}
