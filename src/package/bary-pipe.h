#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

/* Records on their way from the thread that reads a file to the one that uses them, in order and at
 * most some hundred at a time. */
typedef struct _BaryPipe BaryPipe;

BaryPipe *bary_pipe_new    (void);
/* When both ends are done. */
void      bary_pipe_free   (BaryPipe    *self);

/* The reading end.
 * @record: (transfer full)
 * Returns: FALSE when nobody wants more. */
gboolean  bary_pipe_push   (BaryPipe    *self,
                            BaryRecord  *record,
                            guint        line);
/* No more will come. @failure: (transfer full) (nullable): why, if not because the end was reached */
void      bary_pipe_finish (BaryPipe    *self,
                            GError      *failure);

/* The using end. Returns: (nullable): owned by the pipe, at least until the next is popped; NULL at the end, and then the
 * failure if there was one. */
BaryRecord *bary_pipe_pop  (BaryPipe    *self,
                            guint       *line,
                            GError     **error);
/* No more is wanted. */
void      bary_pipe_close  (BaryPipe    *self);

G_END_DECLS
