/* search.c: the words that lists are searched by. */
#include "search.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "buf.h"

/* Records whose words one statement stores. */
enum { BATCH = 500 };

/* The code point at *text, which is valid UTF-8 and not at its end; moves behind it. */
static unsigned code_point(const char **text)
{
	const unsigned char *s = (const unsigned char *)*text;
	size_t more = *s < 0x80 ? 0 : *s < 0xE0 ? 1 : *s < 0xF0 ? 2 : 3;
	unsigned point = more == 0 ? *s : *s & (0x3Fu >> more);

	for (size_t i = 1; i <= more && s[i]; i++, *text += 1)
		point = point << 6 | (s[i] & 0x3Fu);
	*text += 1;
	return point;
}

static bool is_apostrophe(unsigned c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* Beyond ASCII everything counts as a letter but signs: Latin-1's, general punctuation and symbols,
 * CJK punctuation, private use, and forms that look like ASCII's punctuation. */
static bool is_letter(unsigned c)
{
	if (c < 0x80)
		return isalnum((int)c);
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
	       !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xE000 && c <= 0xF8FF) &&
	       !(c >= 0xFE00 && c <= 0xFF0F) && c < 0xF0000 && !(c >= 0x1F000 && c <= 0x1FAFF);
}

const char *search_next(TALLOC_CTX *ctx, const char **text)
{
	struct buf word = { .ctx = ctx };
	size_t letters = 0;

	while (**text) {
		const char *at = *text;
		unsigned c = code_point(text);

		if (is_letter(c)) {
			if (letters++ >= SEARCH_WORD_MAX)
				continue;
			if (c < 0x80)
				buf_addc(&word, (char)tolower((int)c));
			else
				buf_add(&word, at, (size_t)(*text - at));
		} else if (letters && !is_apostrophe(c))
			break;
	}
	return letters ? buf_text(&word) : NULL;
}

void search_patterns(TALLOC_CTX *ctx, const char *typed, const char *patterns[DB_WORDS])
{
	const char *word;
	size_t n = 0;

	memset(patterns, 0, DB_WORDS * sizeof *patterns);
	while (n < DB_WORDS && (word = search_next(ctx, &typed))) {
		const char *pattern = text_format(ctx, "%s%%", word);
		bool twice = false;

		for (size_t i = 0; i < n; i++)
			twice = twice || strcmp(patterns[i], pattern) == 0;
		if (!twice)
			patterns[n++] = pattern;
	}
}

/* A word of a record. */
struct entry {
	int64_t id;
	const char *word;
};

static int by_id_and_word(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return x->id != y->id ? (x->id > y->id) - (x->id < y->id) : strcmp(x->word, y->word);
}

/* Entries in a buf, sorted once they are all there. */
static void entry_add(struct buf *entries, int64_t id, const char *word)
{
	struct entry entry = { id, word };

	buf_add(entries, &entry, sizeof entry);
}

static const struct entry *sorted(const struct buf *entries, size_t *n)
{
	*n = entries->len / sizeof(struct entry);
	if (*n)
		qsort(entries->data, *n, sizeof(struct entry), by_id_and_word);
	return (const struct entry *)(const void *)entries->data;
}

struct search_batch {
	struct db *db;
	const char *subject;
	struct buf ids;    /* inside of a JSON list */
	struct buf wanted; /* entries: what the records' texts say */
	TALLOC_CTX *words; /* their words, and whatever else one statement needs */
	size_t n;
};

static void batch_empty(struct search_batch *batch)
{
	talloc_free(batch->words);
	batch->words = must(talloc_new(batch));
	batch->ids = batch->wanted = (struct buf){ .ctx = batch->words };
	batch->n = 0;
}

struct search_batch *search_begin(TALLOC_CTX *ctx, struct db *db, const char *subject)
{
	struct search_batch *batch = NEW(ctx, struct search_batch);

	batch->db = db;
	batch->subject = subject;
	batch_empty(batch);
	return batch;
}

/* Words are letters and digits, so nothing in them needs an escape in JSON. */
static void say(struct buf *list, const struct entry *entry)
{
	buf_addf(list, "%c[%lld,\"%s\"]", list->len ? ',' : '[', (long long)entry->id, entry->word);
}

/* Stores what is new and deletes what is gone, each by its whole key. To delete all words of a
 * record first would be shorter; but a DELETE that finds nothing locks the gap that a neighbour's
 * new record belongs into, and two of them wait for each other (1213). */
static void flush(struct search_batch *batch)
{
	struct buf there = { .ctx = batch->words }, gone = there, fresh = there;
	const struct entry *want, *have;
	size_t n_want, n_have, w = 0, h = 0;
	struct q_search_words row;
	struct db_rows *rows;

	if (batch->n == 0)
		return;
	buf_addc(&batch->ids, ']');
	rows = Q_ROWS(
		batch->db, search_words, .subject = batch->subject, .ids = buf_text(&batch->ids));
	while (Q_NEXT(rows, search_words, &row))
		entry_add(&there, row.id, text_copy(batch->words, row.word));
	want = sorted(&batch->wanted, &n_want);
	have = sorted(&there, &n_have);
	while (w < n_want || h < n_have) {
		int order = w == n_want ? 1 : h == n_have ? -1 : by_id_and_word(&want[w], &have[h]);

		if (order < 0 && (w == 0 || by_id_and_word(&want[w - 1], &want[w]) != 0))
			say(&fresh, &want[w]);
		else if (order > 0)
			say(&gone, &have[h]);
		w += order <= 0;
		h += order >= 0;
	}
	if (gone.len)
		Q_RUN(batch->db, search_forget, .subject = batch->subject,
			.words = text_format(batch->words, "%s]", gone.data));
	if (fresh.len)
		Q_RUN(batch->db, search_add, .subject = batch->subject,
			.words = text_format(batch->words, "%s]", fresh.data));
	batch_empty(batch);
}

static void put(struct search_batch *batch, int64_t id, va_list texts)
{
	const char *text, *word;

	buf_addf(&batch->ids, "%c%lld", batch->n ? ',' : '[', (long long)id);
	while ((text = va_arg(texts, const char *)))
		while ((word = search_next(batch->words, &text)))
			entry_add(&batch->wanted, id, word);
	if (++batch->n == BATCH)
		flush(batch);
}

void search_put(struct search_batch *batch, int64_t id, ...)
{
	va_list texts;

	va_start(texts, id);
	put(batch, id, texts);
	va_end(texts);
}

void search_end(struct search_batch *batch)
{
	flush(batch);
	talloc_free(batch);
}

void search_store(struct db *db, TALLOC_CTX *ctx, const char *subject, int64_t id, ...)
{
	struct search_batch *batch = search_begin(ctx, db, subject);
	va_list texts;

	va_start(texts, id);
	put(batch, id, texts);
	va_end(texts);
	search_end(batch);
}
