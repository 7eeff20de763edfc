#include "bary-speech.h"

#include <glib/gi18n.h>

static const BaryField bary_speech_fields[] = {
  BARY_REFERENCE (BarySpeech, application, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Application"), BARY_KIND_APPLICATION),
  BARY_VALUE (BarySpeech, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BarySpeech, speaker, BARY_FIELD_TEXT, BARY_FIELD_OPTIONAL, N_("Speaker")),
  BARY_VALUE (BarySpeech, held_on, BARY_FIELD_DATE, BARY_FIELD_OPTIONAL, N_("Held on")),
  BARY_VALUE (BarySpeech, votes_for, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Votes for")),
  BARY_VALUE (BarySpeech, votes_against, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Votes against")),
  BARY_VALUE (BarySpeech, abstained, BARY_FIELD_INTEGER, BARY_FIELD_OPTIONAL, N_("Abstained")),
  BARY_VALUE (BarySpeech, note, BARY_FIELD_LONG_TEXT, BARY_FIELD_OPTIONAL, N_("Note")),
};

BARY_DEFINE_RECORD (BarySpeech, bary_speech, BARY_KIND_SPEECH, "speech",
                    N_("Speech of the public presentation"), N_("Speeches of the public presentation"), NULL)
