#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_SPEECH (bary_speech_get_type ())
G_DECLARE_FINAL_TYPE (BarySpeech, bary_speech, BARY, SPEECH, BaryRecord)

/* The place of an application in the public presentation of its contest, and how the commission voted on it. The fields are
 * for reading; their table in bary-speech.c says what they hold. */
struct _BarySpeech {
  BaryRecord parent_instance;

  char *application;
  char *ordinal;
  char *speaker;
  char *held_on;
  char *votes_for;
  char *votes_against;
  char *abstained;
  char *note;
};

extern const BaryKindInfo bary_speech_info;

G_END_DECLS
