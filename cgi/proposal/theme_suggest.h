/* theme_suggest.h: which themes fit a passage, by the words of passages that are coded. Pure.
 *
 * A word speaks for a theme when passages with that theme hold it more often than the others: the
 * sum, over the passage's words, of log((a + 1) / (n + 2)) - log((b + 1) / (m + 2)), where a of the
 * theme's n passages hold the word, and b of the other m (naive Bayes for one theme against the
 * rest, with Laplace's correction, and without a prior, so that a new theme has its chance).
 * Words that nearly every passage has, and short ones, are left out; a plural is its singular. */
#ifndef THEME_SUGGEST_H
#define THEME_SUGGEST_H

#include <stdint.h>
#include <talloc.h>

enum { SUGGEST_WORD = 40, SUGGEST_WORDS_MOST = 300, SUGGEST_LEARNT_WORDS_MOST = 20000 };

struct suggest;
struct suggest *suggest_new(TALLOC_CTX *);
/* A passage that was coded with these themes; with none of them too. */
void suggest_learn(struct suggest *, const char *text, const int64_t *themes, size_t n);
/* The themes that fit best, the best first, `most` of them at most; gives how many. Only themes for
 * which some word of the passage was seen. */
size_t suggest_themes(struct suggest *, const char *text, int64_t *out, size_t most);
#endif
