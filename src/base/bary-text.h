#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): what search compares: case folded, ё = е, runs of white space made one. */
char *bary_text_fold     (const char *text);

/* Returns: (transfer full): a key whose byte order is the order people expect: folded, quotes and № left
 * out, numbers by value ("№ 7" before "№ 54" before "№ 200"). */
char *bary_text_sort_key (const char *text);

/* Returns: (transfer full): `template` with its first "%s" replaced. Names of actions are kept
 * untranslated, so they cannot go through printf. */
char *bary_text_fill     (const char *pattern,
                          const char *subject);

/* For a name that is put together with a word or an ending, as "Заявка 8/2.pdf" of "8/2".
 * Returns: (transfer full): the text without what Windows or Linux keeps for itself in names of files: that becomes a dash between
 * words or a space, and no space stands at an end. */
char *bary_text_to_file_name (const char *text);

G_END_DECLS
