/* ref.h: random references by which people name a record, in addresses, on paper and on the
 * telephone: "7KQF-2MXW". They never count up. */
#ifndef REF_H
#define REF_H

#include <stdbool.h>

enum { REF_LENGTH = 9 };
void ref_make(char out[REF_LENGTH + 1]);
/* As somebody types it: any case, with or without the hyphen. False: it is none. */
bool ref_read(const char *typed, char out[REF_LENGTH + 1]);
#endif
