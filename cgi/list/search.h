/* search.h: the words that lists are searched by: made from a record's texts when it is stored,
 * and from what somebody types. */
#ifndef SEARCH_H
#define SEARCH_H

#include "db.h"

enum { SEARCH_WORD_MAX = 40 }; /* characters of search_word.word */

/* The next word of a text, in lower case (ASCII; the table's collation does the rest), owned by
 * ctx; NULL after the last. Letters and digits of any script; an apostrophe inside a word vanishes,
 * so that O'Brien is obrien; everything else parts words. */
const char *search_next(TALLOC_CTX *, const char **text);
/* The words of what was typed into a search box, as patterns of LIKE ("smi%"): DB_WORDS at most, no
 * one twice; the rest is NULL. */
void search_patterns(TALLOC_CTX *, const char *typed, const char *patterns[DB_WORDS]);

/* Replaces the words of one record by those of its texts, of which the last is NULL:
 *	search_store(r->db, r->ctx, "organisation", id, name, code, postcode, NULL); */
void search_store(struct db *, TALLOC_CTX *, const char *subject, int64_t id, ...)
	__attribute__((sentinel));
/* The same for many records: begin, put each, end. Some hundred are stored by one statement. */
struct search_batch;
struct search_batch *search_begin(TALLOC_CTX *, struct db *, const char *subject);
void search_put(struct search_batch *, int64_t id, ...) __attribute__((sentinel));
void search_end(struct search_batch *);
#endif
