/* search.c: the words that lists are searched by. */
#include "search.h"

#include <ctype.h>
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

struct search_batch {
	struct db *db;
	const char *subject;
	struct buf ids, words; /* insides of JSON lists; words are letters and digits, so nothing in
				  them needs an escape */
	size_t n;
};

struct search_batch *search_begin(TALLOC_CTX *ctx, struct db *db, const char *subject)
{
	struct search_batch *batch = NEW(ctx, struct search_batch);

	batch->db = db;
	batch->subject = subject;
	batch->ids.ctx = batch->words.ctx = batch;
	return batch;
}

static void flush(struct search_batch *batch)
{
	if (batch->n == 0)
		return;
	buf_addc(&batch->ids, ']');
	buf_addc(&batch->words, ']');
	Q_RUN(batch->db, search_forget, .subject = batch->subject, .ids = buf_text(&batch->ids));
	if (batch->words.len > 1)
		Q_RUN(batch->db, search_add, .subject = batch->subject,
			.words = buf_text(&batch->words));
	buf_reset(&batch->ids);
	buf_reset(&batch->words);
	batch->n = 0;
}

static void put(struct search_batch *batch, int64_t id, va_list texts)
{
	TALLOC_CTX *ctx = must(talloc_new(batch));
	const char *text, *word;

	buf_addf(&batch->ids, "%c%lld", batch->n ? ',' : '[', (long long)id);
	if (batch->words.len == 0)
		buf_addc(&batch->words, '[');
	while ((text = va_arg(texts, const char *)))
		while ((word = search_next(ctx, &text)))
			buf_addf(&batch->words, "%s[%lld,\"%s\"]", batch->words.len > 1 ? "," : "",
				(long long)id, word);
	talloc_free(ctx);
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
