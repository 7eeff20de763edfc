#include "bary-country.h"

#include "bary-kinds.h"

#define N_GROUPS 4
#define N_DIRECTIONS 20
#define START_MS G_GINT64_CONSTANT (1756684800000) /* 1 September 2025 */

#define BARY_TYPE_COUNTRY (bary_country_get_type ())
G_DECLARE_FINAL_TYPE (BaryCountry, bary_country, BARY, COUNTRY, GObject)

struct _BaryCountry {
  GObject         parent_instance;

  BaryCountrySize size;
};

static void bary_country_source_init (BaryRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryCountry, bary_country, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, bary_country_source_init))

static const char *const towns[] = {
  "Красное Село", "Шушенское", "Краснодар", "Калининск", "Берёзовка", "Ёлкино", "Верхний Уфалей", "Новосветск",
  "Петрово", "Заозёрный", "Кедровый", "Мирный", "Полевской", "Ключи", "Сосновый Бор", "Черёмухово",
};
static const char *const streets[] = { "Ленина", "Школьная", "Садовая", "Набережная", "Молодёжная", "Парковая" };
static const char *const group_names[N_GROUPS] = { "А", "Б", "В", "Г" };

/* Bits without order and yet the same each time: SplitMix64. */
static guint64
scramble (guint64 number)
{
  number += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  number = (number ^ (number >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  number = (number ^ (number >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return number ^ (number >> 31);
}

/* One after the other in time, as a program makes them. */
static void
write_id (char     *id,
          BaryKind  kind,
          guint     i)
{
  guint64 time = START_MS + ((gint64) kind << 28) + (gint64) i * 7;
  guint64 bits = scramble (((guint64) kind << 32) | i);

  g_snprintf (id, 37, "%08x-%04x-7%03x-8%03x-%012" G_GINT64_MODIFIER "x", (guint) (time >> 16), (guint) (time & 0xffff),
              (guint) (bits & 0xfff), (guint) (bits >> 12 & 0xfff), bits >> 16 & G_GUINT64_CONSTANT (0xffffffffffff));
}

static void
set_reference (BaryRecord *record,
               const char *field,
               BaryKind    kind,
               guint       i)
{
  char id[37];

  write_id (id, kind, i);
  bary_record_set_all (record, field, id, NULL);
}

static void set (BaryRecord *record, const char *field, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
set (BaryRecord *record,
     const char *field,
     const char *format,
     ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  bary_record_set_all (record, field, text, NULL);
}

static const char *
town_of (guint centre)
{
  return towns[centre % G_N_ELEMENTS (towns)];
}

static guint
centre_of_school (BaryCountry *self,
                  guint        school)
{
  return (guint64) school * self->size.centres / self->size.schools;
}

static void
fill_centre (BaryCountry *self,
             BaryRecord  *record,
             guint        i)
{
  set (record, "name", "ИМЦ № %u, %s", i + 1, town_of (i));
  set (record, "full_name", "Информационно-методический центр № %u, %s", i + 1, town_of (i));
  set (record, "region", "Область № %u", i % 85 + 1);
  set (record, "address", "%s, ул. %s, д. %u", town_of (i), streets[i % G_N_ELEMENTS (streets)], i % 90 + 1);
  set (record, "phone", "+7 812 %03u-%02u-%02u", i % 900 + 100, i % 100, i / 100);
  set (record, "site", "https://imc%u.ru", i + 1);
}

static void
fill_school (BaryCountry *self,
             BaryRecord  *record,
             guint        i)
{
  guint centre = centre_of_school (self, i);
  const char *town = town_of (centre);

  set (record, "name", "МБОУ СОШ № %u г. %s", i + 1, town);
  set (record, "full_name", "Муниципальное бюджетное общеобразовательное учреждение средняя общеобразовательная школа № %u г. %s",
       i + 1, town);
  set (record, "kind", "school");
  set (record, "number", "%u", i + 1);
  set_reference (record, "centre", BARY_KIND_CENTRE, centre);
  set (record, "address", "г. %s, ул. %s, д. %u", town, streets[i % G_N_ELEMENTS (streets)], i % 120 + 1);
  set (record, "phone", "+7 812 %03u-%02u-%02u", i % 900 + 100, i % 100, i / 1000 % 100);
  set (record, "email", "school%u@mail.ru", i + 1);
  set (record, "site", "https://school%u.ru", i + 1);
}

static void
fill_direction (BaryCountry *self,
                BaryRecord  *record,
                guint        i)
{
  set (record, "name", "Направление %u", i + 1);
  set (record, "ordinal", "%u", i + 1);
}

static void
fill_scheme (BaryCountry *self,
             BaryRecord  *record,
             guint        i)
{
  set (record, "name", "Группы А–Г");
  set (record, "arrangement", "groups");
}

static void
fill_group (BaryCountry *self,
            BaryRecord  *record,
            guint        i)
{
  set_reference (record, "scheme", BARY_KIND_SCHEME, 0);
  set (record, "name", "%s", group_names[i]);
  set (record, "full_name", "Группа %s", group_names[i]);
  set (record, "ordinal", "%u", i + 1);
}

/* A cluster lies in one centre and takes its schools, then those of the next. */
static guint
first_school_of_cluster (BaryCountry *self,
                         guint        cluster)
{
  guint centre = (guint64) cluster * self->size.centres / self->size.clusters;

  return (guint64) centre * self->size.schools / self->size.centres;
}

static void
fill_cluster (BaryCountry *self,
              BaryRecord  *record,
              guint        i)
{
  guint first = first_school_of_cluster (self, i);

  set (record, "name", "Кластер № %u", i + 1);
  set (record, "full_name", "Сетевой кластер № %u по направлению %u", i + 1, i % N_DIRECTIONS + 1);
  set_reference (record, "centre", BARY_KIND_CENTRE, centre_of_school (self, first));
  set_reference (record, "scheme", BARY_KIND_SCHEME, 0);
  set_reference (record, "direction", BARY_KIND_DIRECTION, i % N_DIRECTIONS);
  set_reference (record, "barycenter", BARY_KIND_ORGANISATION, first);
  set (record, "goal", "Повышение качества образования за счёт сетевого взаимодействия школ, обмена опытом и общих событий.");
  set (record, "from", "2024-09-01");
}

static void
fill_membership (BaryCountry *self,
                 BaryRecord  *record,
                 guint        i)
{
  guint cluster = i % self->size.clusters;
  guint round = i / self->size.clusters;
  guint bits = scramble (i) & 0xffff;

  set_reference (record, "cluster", BARY_KIND_CLUSTER, cluster);
  set_reference (record, "organisation", BARY_KIND_ORGANISATION,
                 (first_school_of_cluster (self, cluster) + round) % self->size.schools);
  set_reference (record, "group", BARY_KIND_GROUP, bits % N_GROUPS);
  if (bits % 3 == 0)
    set (record, "role", "Опорная площадка по работе с родителями");
  set (record, "from", "2024-%02u-%02u", bits % 12 + 1, bits / 12 % 28 + 1);
  if (bits % 7 == 0)
    set (record, "reason", "По решению координационного совета");
}

typedef void (*Fill) (BaryCountry *self, BaryRecord *record, guint i);

static gboolean
make (BaryCountry        *self,
      BaryKind            kind,
      guint               n,
      Fill                fill,
      BaryRecordVisitor   visitor,
      gpointer            user_data,
      GError            **error)
{
  char id[37];

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BaryRecord) record = NULL;

      write_id (id, kind, i);
      record = bary_record_new (kind, id);
      fill (self, record, i);
      if (!visitor (record, i + 1, user_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
bary_country_foreach (BaryRecordSource   *source,
                      BaryRecordVisitor   visitor,
                      gpointer            user_data,
                      GCancellable       *cancellable,
                      GError            **error)
{
  BaryCountry *self = BARY_COUNTRY (source);

  return make (self, BARY_KIND_CENTRE, self->size.centres, fill_centre, visitor, user_data, error) &&
         make (self, BARY_KIND_ORGANISATION, self->size.schools, fill_school, visitor, user_data, error) &&
         make (self, BARY_KIND_DIRECTION, N_DIRECTIONS, fill_direction, visitor, user_data, error) &&
         make (self, BARY_KIND_SCHEME, 1, fill_scheme, visitor, user_data, error) &&
         make (self, BARY_KIND_GROUP, N_GROUPS, fill_group, visitor, user_data, error) &&
         make (self, BARY_KIND_CLUSTER, self->size.clusters, fill_cluster, visitor, user_data, error) &&
         make (self, BARY_KIND_MEMBERSHIP, self->size.memberships, fill_membership, visitor, user_data, error);
}

static void
bary_country_source_init (BaryRecordSourceInterface *iface)
{
  iface->foreach = bary_country_foreach;
}

static void
bary_country_class_init (BaryCountryClass *klass)
{
}

static void
bary_country_init (BaryCountry *self)
{
}

BaryRecordSource *
bary_country_new (const BaryCountrySize *size)
{
  BaryCountry *self = g_object_new (BARY_TYPE_COUNTRY, NULL);

  self->size = *size;
  return BARY_RECORD_SOURCE (self);
}
