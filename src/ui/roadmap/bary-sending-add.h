#pragma once

#include "bary-changes.h"
#include "bary-kinds.h"

G_BEGIN_DECLS

typedef struct {
  BaryEvent  *event;   /* (nullable): NULL for what is due for a roadmap */
  const char *roadmap; /* (nullable): its id then */
  const char *duty;    /* the word of a sending: "announcement", "press_release" … */
  guint       ordinal; /* which of several such; 0 where there is one */
  const char *channel; /* (nullable): id of where it was published */
  const char *link;    /* (nullable): to what was published */
} BarySent;

/* Writes down that something due was sent or done today. An event that was planned only is announced by its first letter. */
void bary_sending_add (BaryChanges    *changes,
                       const BarySent *sent);

G_END_DECLS
