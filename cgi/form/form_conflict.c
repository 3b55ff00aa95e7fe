/* form_conflict.c: two people at one record: which fields did the other one change meanwhile. */
#include <stdio.h>
#include <string.h>
#include "form_parts.h"
#include "req.h"

const char *form_seen(const struct form *f)
{
	json_t *raw = form_raw_json(f);
	size_t len = json_dumpb(raw, NULL, 0, JSON_COMPACT);
	char *text = must(talloc_zero_size(f->ctx, len + 1));

	json_dumpb(raw, text, len, JSON_COMPACT);
	json_decref(raw);
	return text;
}

static bool same(const struct field_value *one, const struct field_value *other)
{
	size_t n = one->n_parts > other->n_parts ? one->n_parts : other->n_parts;

	for (size_t p = 0; p < n; p++)
		if (strcmp(value_part(one, p), value_part(other, p)) != 0)
			return false;
	return true;
}

static const char *words(const struct form *f, size_t i)
{
	const struct field *field = &f->fields[i];
	const struct field_value *value = &f->values[i];
	const struct choice *choice = field_choice(field, value_part(value, 0));
	struct buf all = { .ctx = f->ctx };
	char date[11];

	if (field->type == FIELD_CHECKBOXES) {
		for (size_t p = 0; p < value->n_parts; p++) {
			choice = field_choice(field, value_part(value, p));
			if (choice)
				buf_addf(&all, "%s%s", all.len ? ", " : "", choice->label);
		}
		return buf_text(&all);
	}
	if (field->type == FIELD_DATE &&
		check_date(value_part(value, 0), value_part(value, 1), value_part(value, 2), date))
		return date_text(f->ctx, date);
	return choice ? choice->label : value_part(value, 0);
}

/* What mine holds, once it was checked, is in its canonical form; what is stored always is. */
static bool agrees(const struct form *mine, const struct form *now, size_t i)
{
	const char *text = mine->values[i].text;

	if (same(&mine->values[i], &now->values[i]))
		return true;
	if (mine->fields[i].type == FIELD_CHECKBOXES)
		return false;
	if (mine->fields[i].type == FIELD_DATE)
		return strcmp(words(mine, i), words(now, i)) == 0;
	return strcmp(text ? text : "", value_part(&now->values[i], 0)) == 0;
}

static void take(struct form *mine, const struct form *now, size_t i)
{
	const struct field_value *theirs = &now->values[i];
	size_t n = mine->values[i].n_parts;

	for (size_t p = 0; p < n || p < theirs->n_parts; p++)
		form_put(mine, mine->fields[i].name, p,
			p < theirs->n_parts ? value_part(theirs, p) : NULL);
}

bool form_conflict(struct form *mine, const struct form *now, const char *seen_text)
{
	struct form *seen = form_new(mine->ctx, now->fields, now->n);
	json_t *raw = seen_text ? json_loads(seen_text, 0, NULL) : NULL;
	bool found = false;

	ASSERT(mine->fields == now->fields && mine->n == now->n);
	form_load_raw(seen, raw);
	json_decref(raw);
	for (size_t i = 0; i < mine->n; i++) {
		const char *theirs = words(now, i);

		if (same(&seen->values[i], &now->values[i]))
			continue;
		if (same(&mine->values[i], &seen->values[i]))
			take(mine, now, i);
		else if (agrees(mine, now, i))
			continue;
		found = true;
		form_fail(mine, mine->fields[i].name,
			*theirs ? text_format(mine->ctx,
					  "Somebody else changed this to “%s” while you were "
					  "typing",
					  theirs)
				: "Somebody else emptied this while you were typing");
	}
	return found;
}

void form_put_date(struct form *f, const char *name, const char *iso)
{
	int part[3] = { 0 }; /* year, month, day */

	if (iso && sscanf(iso, "%4d-%2d-%2d", &part[0], &part[1], &part[2]) != 3)
		iso = NULL;
	for (size_t p = 0; p < 3; p++)
		form_put(f, name, p, iso ? text_format(f->ctx, "%d", part[2 - p]) : NULL);
}
