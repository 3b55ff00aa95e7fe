/* holidays.h: are the bank holidays up to date? */
#ifndef HOLIDAYS_H
#define HOLIDAYS_H

#include "req.h"

/* This year or the next, when no bank holiday of it is known; NULL: both have some. */
const char *holidays_missing(struct req *);
#endif
