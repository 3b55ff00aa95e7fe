/* fcgi.h: a worker: takes requests from nginx over FastCGI, one at a time, for as long as it is
 * wanted. */
#ifndef FCGI_H
#define FCGI_H

#include "serve.h"

/* Serves the listening socket fd 0 until SIGTERM, or some thousands of requests. Returns an exit
 * status. */
int fcgi_serve(struct server *);
/* CONTENT_LENGTH as a number of bytes: digits alone, at most `most`. Gives 0 with *len, or the
 * status that it deserves; absent (NULL) or empty is 0 bytes for a GET, 411 for a POST. */
int content_length(const char *text, bool post, size_t most, size_t *len);
#endif
