#include "bary-plan-rollover.h"

/* Days that schools keep on their date: holidays of the Labour Code, days of military glory and memorable dates (Federal law of
 * 13.03.1995 № 32-ФЗ), professional and international days of the calendar of school events. */
static const struct {
  int         month, dom;
  const char *name;
} memorials[] = {
  { 9, 1, "День знаний" },
  { 9, 3, "День солидарности в борьбе с терроризмом" },
  { 9, 8, "День начала блокады Ленинграда" },
  { 10, 5, "День учителя" },
  { 10, 30, "День памяти жертв политических репрессий" },
  { 11, 4, "День народного единства" },
  { 12, 3, "День Неизвестного Солдата" },
  { 12, 9, "День Героев Отечества" },
  { 12, 12, "День Конституции Российской Федерации" },
  { 1, 27, "День полного освобождения Ленинграда от фашистской блокады" },
  { 2, 8, "День российской науки" },
  { 2, 15, "День памяти о россиянах, исполнявших служебный долг за пределами Отечества" },
  { 2, 23, "День защитника Отечества" },
  { 3, 8, "Международный женский день" },
  { 3, 18, "День воссоединения Крыма с Россией" },
  { 4, 12, "День космонавтики" },
  { 5, 1, "Праздник Весны и Труда" },
  { 5, 9, "День Победы" },
  { 5, 24, "День славянской письменности и культуры" },
  { 6, 1, "День защиты детей" },
  { 6, 12, "День России" },
  { 6, 22, "День памяти и скорби" },
  { 8, 22, "День Государственного флага Российской Федерации" },
};

const char *
bary_day_find_memorial (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  for (guint i = 0; i < G_N_ELEMENTS (memorials); i++)
    if (memorials[i].month == month && memorials[i].dom == dom)
      return memorials[i].name;
  return NULL;
}
