/* conf.h: the settings file: `key = value` lines, # comments. */
#ifndef CONF_H
#define CONF_H

#include <stdbool.h>
#include <stddef.h>
#include <talloc.h>

struct conf;

/* $SOUNDINGS_CONF, or var/soundings.conf. NULL with a sentence on stderr (file, line, reason) when
 * it cannot be used. */
struct conf *conf_load(TALLOC_CTX *);
const char *conf_get(const struct conf *, const char *key, const char *otherwise);
/* The i-th line with this key, NULL after the last (seal.key may be repeated). */
const char *conf_nth(const struct conf *, const char *key, size_t i);
#endif
