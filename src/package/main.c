#include "bary-i18n.h"
#include "bary-porter.h"

int
main (void)
{
  bary_i18n_init ();
  return bary_porter_main ();
}
