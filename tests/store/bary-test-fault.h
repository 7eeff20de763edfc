#pragma once

#include <sqlite3.h>

/* What goes wrong below the store. Armed for a step, everything goes well up to it, and then once not. */
typedef enum {
  TEST_FAULT_DISK,   /* a read, a write or a wait for the disk fails */
  TEST_FAULT_FULL,   /* a write finds no space */
  TEST_FAULT_MEMORY, /* SQLite gets no memory */
  TEST_N_FAULTS
} TestFault;

/* Before the first use of SQLite. */
void test_fault_install (void);
void test_fault_arm     (TestFault fault,
                         int       step);
/* Returns: how many steps went well since it was armed. */
int  test_fault_disarm  (void);
