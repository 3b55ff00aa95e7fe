/* survey_count.c: counts answers by question, choice and month, in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "answers.h"
#include "survey_parts.h"

/* An open hash of counts; size is a power of two, more than half of it free. */
struct counts {
	struct count {
		const char *question; /* NULL: free */
		const char *choice, *month;
		uint32_t hash;
		int64_t n;
	} * list;
	size_t size, used;
};

struct counts *counts_new(TALLOC_CTX *ctx)
{
	struct counts *c = NEW(ctx, struct counts);

	c->size = 256;
	c->list = NEW_ARRAY(c, struct count, c->size);
	return c;
}

static uint32_t mix(uint32_t hash, struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.at[i]) * 16777619U;
	return (hash ^ 0xFF) * 16777619U;
}

static bool same(const char *text, struct slice as)
{
	return !strncmp(text, as.at, as.len) && text[as.len] == '\0';
}

static void grow(struct counts *c)
{
	struct count *old = c->list;
	size_t size = c->size;

	c->size *= 2;
	c->list = NEW_ARRAY(c, struct count, c->size);
	for (size_t i = 0; i < size; i++) {
		size_t at = old[i].hash & (c->size - 1);

		if (!old[i].question)
			continue;
		while (c->list[at].question)
			at = (at + 1) & (c->size - 1);
		c->list[at] = old[i];
	}
	talloc_free(old);
}

static void add(
	struct counts *c, struct slice question, struct slice choice, struct slice month, int64_t n)
{
	uint32_t hash = mix(mix(mix(2166136261U, question), choice), month);
	size_t at = hash & (c->size - 1);
	struct count *found;

	for (; (found = &c->list[at])->question; at = (at + 1) & (c->size - 1))
		if (found->hash == hash && same(found->question, question) &&
			same(found->choice, choice) && same(found->month, month)) {
			found->n += n;
			return;
		}
	*found = (struct count){ text_copyn(c, question.at, question.len),
		text_copyn(c, choice.at, choice.len), text_copyn(c, month.at, month.len), hash, n };
	if (++c->used * 2 > c->size)
		grow(c);
}

static struct slice whole(const char *text)
{
	return (struct slice){ text, strlen(text) };
}

void counts_add(
	struct counts *c, const char *question, const char *choice, const char *month, int64_t n)
{
	add(c, whole(question), whole(choice), whole(month), n);
}

/* ---- One response -------------------------------------------------------------------------------
 */

enum { MOST_FIELDS = 200 }; /* survey_file.c refuses more */

/* The answer to each field; name.at NULL when it has none. False when the document is not as we
 * write it. */
static bool find_answers(const struct survey *s, const char *json, struct answer *found)
{
	struct answers in = answers_open(json, strlen(json));
	struct answer answer;
	size_t at = 0;

	while (answers_next(&in, &answer)) {
		/* Answers stand in the order of the fields, so the next field is nearly always the
		 * one. */
		for (size_t tried = 0; tried < s->n_fields; tried++, at++) {
			at %= s->n_fields;
			if (same(s->fields[at].name, answer.name)) {
				found[at++] = answer;
				break;
			}
		}
	}
	return !in.broken;
}

static bool has(const struct answer *answer, const char *code)
{
	struct answers in;
	struct answer one;

	if (!answer->name.at)
		return false;
	if (answer->kind == ANSWER_TEXT)
		return same(code, answer->value);
	if (answer->kind != ANSWER_LIST)
		return false;
	for (in = answers_inside(answer); answers_next(&in, &one);)
		if (same(code, one.value))
			return true;
	return false;
}

/* A field that hangs on one that was not asked finds no answer there. */
static bool due(const struct survey *s, const struct field *f, const struct answer *found)
{
	if (!f->when_name)
		return true;
	for (size_t i = 0; i < s->n_fields; i++)
		if (!strcmp(s->fields[i].name, f->when_name))
			return has(&found[i], f->when_code);
	return false;
}

static void count_grid(
	struct counts *c, const struct field *f, const struct answer *answer, struct slice month)
{
	char name[80];

	for (size_t i = 0; i < f->n_rows; i++) {
		struct slice choice = { "", 0 };
		struct answers in;
		struct answer one;

		if (answer->name.at && answer->kind == ANSWER_ROWS)
			for (in = answers_inside(answer); answers_next(&in, &one);)
				if (same(f->rows[i].code, one.name))
					choice = one.value;
		snprintf(name, sizeof name, "%s.%s", f->name, f->rows[i].code);
		add(c, whole(name), choice, month, 1);
	}
}

static bool is_said(const struct field *f)
{
	return f->type == FIELD_SHORT || f->type == FIELD_LONG || f->type == FIELD_EMAIL ||
	       f->type == FIELD_NHS_NUMBER || f->type == FIELD_POSTCODE;
}

static void count_field(
	struct counts *c, const struct field *f, const struct answer *answer, struct slice month)
{
	struct slice name = whole(f->name), choice = answer->value;
	struct answers in;
	struct answer one;

	if (f->type == FIELD_GRID) {
		count_grid(c, f, answer, month);
		return;
	}
	if (!answer->name.at) {
		add(c, name, whole(""), month, 1);
		return;
	}
	if (f->type == FIELD_CHECKBOXES) {
		add(c, name, whole("*"), month, 1);
		if (answer->kind == ANSWER_LIST)
			for (in = answers_inside(answer); answers_next(&in, &one);)
				add(c, name, one.value, month, 1);
		return;
	}
	if (is_said(f))
		choice = whole("answered");
	else if (f->type == FIELD_DATE && choice.len > 7)
		choice.len = 7;
	add(c, name, choice, month, 1);
}

bool counts_response(struct counts *c, const struct survey *s, const char *answers,
	const char *received_on, counts_said *said, void *data)
{
	struct answer found[MOST_FIELDS] = { 0 };
	char month[11] = "0000-00-01";

	ASSERT(s->n_fields <= MOST_FIELDS && strlen(received_on) >= 7);
	memcpy(month, received_on, 7);
	add(c, whole(""), whole(""), whole(month), 1);
	if (!find_answers(s, answers, found))
		return false;
	for (size_t i = 0; i < s->n_fields; i++) {
		const struct field *f = &s->fields[i];

		if (!due(s, f, found))
			continue;
		count_field(c, f, &found[i], whole(month));
		if (said && found[i].name.at && is_said(f))
			said(data, f->name, month);
	}
	return true;
}

static int by_place(const void *one, const void *other)
{
	const struct tally_row *a = one, *b = other;
	int order = strcmp(a->question, b->question);

	if (!order)
		order = strcmp(a->choice, b->choice);
	return order ? order : strcmp(a->month, b->month);
}

struct tally *counts_rows(struct counts *c)
{
	struct tally *t = NEW(c, struct tally);

	t->rows = NEW_ARRAY(c, struct tally_row, c->used + 1);
	for (size_t i = 0; i < c->size; i++)
		if (c->list[i].question)
			t->rows[t->n++] = (struct tally_row){ c->list[i].question,
				c->list[i].choice, c->list[i].month, c->list[i].n };
	qsort(t->rows, t->n, sizeof *t->rows, by_place);
	return t;
}
