/* theme_suggest.c: which themes fit a passage, by the words of passages that are coded. Pure. */
#include "theme_suggest.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>
#include "buf.h"

/* SLOTS: of the table of words, a power of two, larger than the words it takes. */
enum { SLOTS = 1 << 15, SHORTEST = 3 };

struct seen {
	size_t theme; /* in themes[] */
	int64_t n;    /* passages with the word and the theme */
};
struct word {
	char text[SUGGEST_WORD + 1];
	int64_t n; /* passages with it */
	struct seen *list;
	size_t n_list;
};
struct theme {
	int64_t id, n;
	double score;
	size_t words; /* of the passage that were seen with it */
};
struct suggest {
	struct word **slots;
	size_t n_words;
	struct theme *themes;
	size_t n_themes;
	int64_t passages;
};

static const char *const stop[] = {
	"able",
	"about",
	"after",
	"all",
	"also",
	"and",
	"any",
	"are",
	"because",
	"been",
	"being",
	"but",
	"can",
	"cannot",
	"could",
	"did",
	"does",
	"don",
	"done",
	"each",
	"for",
	"from",
	"get",
	"had",
	"has",
	"have",
	"her",
	"here",
	"him",
	"his",
	"how",
	"into",
	"its",
	"just",
	"like",
	"make",
	"many",
	"may",
	"more",
	"most",
	"much",
	"must",
	"need",
	"not",
	"now",
	"one",
	"only",
	"other",
	"our",
	"out",
	"over",
	"own",
	"she",
	"should",
	"some",
	"such",
	"than",
	"that",
	"the",
	"their",
	"them",
	"then",
	"there",
	"these",
	"they",
	"thi",
	"think",
	"those",
	"too",
	"under",
	"use",
	"very",
	"wa",
	"want",
	"was",
	"way",
	"well",
	"were",
	"what",
	"when",
	"where",
	"which",
	"who",
	"why",
	"will",
	"with",
	"would",
	"you",
	"your",
};

static bool stops(const char *word)
{
	for (size_t i = 0; i < COUNT(stop); i++)
		if (strcmp(stop[i], word) == 0)
			return true;
	return false;
}

/* The next word that says something, small and in the singular; false: no more. Bytes above ASCII
 * are letters. */
static bool next_word(const char **text, char out[SUGGEST_WORD + 1])
{
	for (;;) {
		size_t n = 0, all = 0;

		while (**text && !isalnum((unsigned char)**text) && !(**text & 0x80))
			++*text;
		if (!**text)
			return false;
		for (; isalnum((unsigned char)**text) || (**text & 0x80); ++*text, all++)
			if (n < SUGGEST_WORD)
				out[n++] = (char)tolower((unsigned char)**text);
		if (all > SUGGEST_WORD)
			continue;
		if (n > SHORTEST && out[n - 1] == 's' && out[n - 2] != 's')
			n--;
		out[n] = '\0';
		if (n >= SHORTEST && !stops(out))
			return true;
	}
}

/* The words of a text, each once. */
static size_t words_of(const char *text, char (*out)[SUGGEST_WORD + 1])
{
	char word[SUGGEST_WORD + 1];
	size_t n = 0, i;

	while (n < SUGGEST_WORDS_MOST && next_word(&text, word)) {
		for (i = 0; i < n && strcmp(out[i], word) != 0;)
			i++;
		if (i == n)
			memcpy(out[n++], word, sizeof word);
	}
	return n;
}

struct suggest *suggest_new(TALLOC_CTX *ctx)
{
	struct suggest *s = NEW(ctx, struct suggest);

	s->slots = NEW_ARRAY(s, struct word *, SLOTS);
	return s;
}

/* Its slot; empty when it was never seen. */
static struct word **slot_of(struct suggest *s, const char *word)
{
	uint32_t hash = 2166136261u; /* FNV-1a */

	for (const char *c = word; *c; c++)
		hash = (hash ^ (uint8_t)*c) * 16777619u;
	for (size_t i = hash & (SLOTS - 1);; i = (i + 1) & (SLOTS - 1))
		if (!s->slots[i] || strcmp(s->slots[i]->text, word) == 0)
			return &s->slots[i];
}

static size_t theme_of(struct suggest *s, int64_t id)
{
	for (size_t i = 0; i < s->n_themes; i++)
		if (s->themes[i].id == id)
			return i;
	s->themes = must(talloc_realloc(s, s->themes, struct theme, (unsigned)s->n_themes + 1));
	s->themes[s->n_themes] = (struct theme){ .id = id };
	return s->n_themes++;
}

static void count(struct suggest *s, struct word *w, size_t theme)
{
	for (size_t i = 0; i < w->n_list; i++)
		if (w->list[i].theme == theme) {
			w->list[i].n++;
			return;
		}
	w->list = must(talloc_realloc(s, w->list, struct seen, (unsigned)w->n_list + 1));
	w->list[w->n_list++] = (struct seen){ theme, 1 };
}

void suggest_learn(struct suggest *s, const char *text, const int64_t *themes, size_t n)
{
	char words[SUGGEST_WORDS_MOST][SUGGEST_WORD + 1];
	size_t n_words = words_of(text, words);

	s->passages++;
	for (size_t t = 0; t < n; t++) {
		size_t place = theme_of(s, themes[t]); /* which moves them */

		s->themes[place].n++;
	}
	for (size_t i = 0; i < n_words; i++) {
		struct word **slot = slot_of(s, words[i]);

		if (!*slot && s->n_words == SUGGEST_LEARNT_WORDS_MOST)
			continue;
		if (!*slot) {
			*slot = NEW(s, struct word);
			memcpy((*slot)->text, words[i], sizeof words[i]);
			s->n_words++;
		}
		(*slot)->n++;
		for (size_t t = 0; t < n; t++)
			count(s, *slot, theme_of(s, themes[t]));
	}
}

/* What one word says for each theme. */
static void weigh(struct suggest *s, const struct word *w)
{
	for (size_t t = 0; t < s->n_themes; t++) {
		struct theme *theme = &s->themes[t];
		double with, without;
		int64_t n = 0;

		for (size_t i = 0; i < w->n_list; i++)
			if (w->list[i].theme == t)
				n = w->list[i].n;
		with = ((double)n + 1) / ((double)theme->n + 2);
		without = ((double)(w->n - n) + 1) / ((double)(s->passages - theme->n) + 2);
		theme->score += log(with) - log(without);
		theme->words += n > 0;
	}
}

size_t suggest_themes(struct suggest *s, const char *text, int64_t *out, size_t most)
{
	char words[SUGGEST_WORDS_MOST][SUGGEST_WORD + 1];
	size_t n_words = words_of(text, words), n = 0;

	for (size_t t = 0; t < s->n_themes; t++) {
		s->themes[t].score = 0;
		s->themes[t].words = 0;
	}
	for (size_t i = 0; i < n_words; i++) {
		struct word *const *slot = slot_of(s, words[i]);

		if (*slot)
			weigh(s, *slot);
	}
	while (n < most) {
		struct theme *best = NULL;

		for (size_t t = 0; t < s->n_themes; t++)
			if (s->themes[t].words && s->themes[t].score > 0 &&
				(!best || s->themes[t].score > best->score))
				best = &s->themes[t];
		if (!best)
			break;
		out[n++] = best->id;
		best->words = 0;
	}
	return n;
}
