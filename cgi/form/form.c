/* form.c: a form's raw values: from a request, from JSON, to JSON, and which fields are due. */
#include <stdlib.h>
#include <string.h>
#include "form_parts.h"

const char *const date_boxes[3] = { "day", "month", "year" };

static const struct choice yes_no[] = {
	{ .code = "yes", .label = "Yes" },
	{ .code = "no", .label = "No" },
};

size_t field_limit(const struct field *field)
{
	if (field->max_length)
		return field->max_length;
	switch (field->type) {
	case FIELD_LONG:
		return 2000;
	case FIELD_EMAIL:
		return 254;
	case FIELD_CODE:
		return 6;
	default:
		return 200;
	}
}

const struct choice *field_choices(const struct field *field, size_t *n)
{
	if (field->type == FIELD_YES_NO && field->n_choices == 0) {
		*n = COUNT(yes_no);
		return yes_no;
	}
	*n = field->n_choices;
	return field->choices;
}

size_t choice_index(const struct choice *list, size_t n, const char *code)
{
	size_t i = 0;

	while (i < n && strcmp(list[i].code, code) != 0)
		i++;
	return i;
}

const char *choice_label(const struct choice *choices, size_t n, const char *code)
{
	size_t i = code ? choice_index(choices, n, code) : n;

	return i < n ? choices[i].label : code ? code : "";
}

const struct choice *field_choice(const struct field *field, const char *code)
{
	size_t n;
	const struct choice *choices = field_choices(field, &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(choices[i].code, code) == 0)
			return &choices[i];
	return NULL;
}

const char *field_first_id(TALLOC_CTX *ctx, const struct field *field)
{
	if (field->type == FIELD_DATE)
		return text_format(ctx, "%s-day", field->name);
	if (field->type == FIELD_GRID && field->n_rows > 0)
		return text_format(ctx, "%s-row-%s", field->name, field->rows[0].code);
	return field->name;
}

const char *value_part(const struct field_value *value, size_t i)
{
	return i < value->n_parts && value->parts[i] ? value->parts[i] : "";
}

bool value_has(const struct field_value *value, const char *raw)
{
	for (size_t i = 0; i < value->n_parts; i++)
		if (value->parts[i] && strcmp(value->parts[i], raw) == 0)
			return true;
	return false;
}

/* How many parts a field always has; a checkbox field has as many as there are ticks. */
static size_t fixed_parts(const struct field *field)
{
	switch (field->type) {
	case FIELD_DATE:
		return 3;
	case FIELD_GRID:
		return field->n_rows;
	case FIELD_CHECKBOXES:
		return 0;
	default:
		return 1;
	}
}

struct form *form_new(TALLOC_CTX *ctx, const struct field *fields, size_t n)
{
	struct form *f = NEW(ctx, struct form);
	size_t n_parts = 0;
	const char **parts;

	f->ctx = f;
	f->fields = fields;
	f->n = n;
	f->values = NEW_ARRAY(f, struct field_value, n + 1);
	for (size_t i = 0; i < n; i++)
		n_parts += fixed_parts(&fields[i]);
	parts = NEW_ARRAY(f, const char *, n_parts + 1);
	for (size_t i = 0; i < n; i++) {
		f->values[i].parts = parts;
		f->values[i].n_parts = fixed_parts(&fields[i]);
		parts += f->values[i].n_parts;
	}
	return f;
}

/* Far more than can be right is not worth carrying through every page; the cut is between two
 * characters. */
static const char *cut(struct form *f, const struct field *field, const char *raw)
{
	size_t most = 8 * field_limit(field), len = raw ? strnlen(raw, most + 1) : 0;

	if (len <= most)
		return raw;
	while (most > 0 && ((unsigned char)raw[most] & 0xC0) == 0x80)
		most--;
	return text_copyn(f->ctx, raw, most);
}

static void take_field(struct form *f, size_t i, const struct params *params)
{
	const struct field *field = &f->fields[i];
	struct field_value *value = &f->values[i];
	char name[160];

	if (field->type == FIELD_CHECKBOXES) {
		value->n_parts = params_count(params, field->name);
		value->parts = NEW_ARRAY(f->ctx, const char *, value->n_parts + 1);
		for (size_t p = 0; p < value->n_parts; p++)
			value->parts[p] = cut(f, field, params_nth(params, field->name, p));
		return;
	}
	if (field->type != FIELD_DATE && field->type != FIELD_GRID) {
		value->parts[0] = cut(f, field, params_get(params, field->name));
		return;
	}
	for (size_t p = 0; p < value->n_parts; p++) {
		snprintf(name, sizeof name, "%s-%s", field->name,
			field->type == FIELD_DATE ? date_boxes[p] : field->rows[p].code);
		value->parts[p] = cut(f, field, params_get(params, name));
	}
}

bool form_field_index(const struct form *f, const char *name, size_t *out)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->fields[i].name, name) == 0) {
			*out = i;
			return true;
		}
	return false;
}

static void put(struct form *f, size_t i, size_t part, const char *raw)
{
	struct field_value *value = &f->values[i];

	if (part >= value->n_parts) {
		if (f->fields[i].type != FIELD_CHECKBOXES || part >= PARAMS_MAX || !raw)
			return;
		const char **more = NEW_ARRAY(f->ctx, const char *, part + 1);
		for (size_t p = 0; p < value->n_parts; p++)
			more[p] = value->parts[p];
		value->parts = more;
		value->n_parts = part + 1;
	}
	raw = cut(f, &f->fields[i], raw);
	value->parts[part] = raw ? text_copy(f->ctx, raw) : NULL;
}

void form_put(struct form *f, const char *name, size_t part, const char *raw)
{
	size_t i;

	if (form_field_index(f, name, &i))
		put(f, i, part, raw);
}

/* ---- Conditions ------------------------------------------------------------------------------ */

/* `depth` ends a ring of conditions (a on b, b on a): such fields are never due. */
static bool due(const struct form *f, size_t i, size_t depth)
{
	const struct field *field = &f->fields[i];
	size_t other;

	if (!field->when_name)
		return true;
	return depth < f->n && form_field_index(f, field->when_name, &other) &&
	       value_has(&f->values[other], field->when_code) && due(f, other, depth + 1);
}

bool form_due(const struct form *f, size_t i)
{
	return due(f, i, 0);
}

bool field_asked_here(const struct form *f, size_t i, size_t first, size_t count, size_t *other)
{
	const char *name = f->fields[i].when_name;

	return name && form_field_index(f, name, other) && *other >= first &&
	       *other < first + count;
}

/* On the page: due, or it may become due by an answer on this very page. */
static bool is_shown(const struct form *f, size_t i, size_t first, size_t count, size_t depth)
{
	size_t other;

	if (!field_asked_here(f, i, first, count, &other))
		return form_due(f, i);
	return depth < f->n && is_shown(f, other, first, count, depth + 1);
}

bool form_shown(const struct form *f, size_t i, size_t first, size_t count)
{
	return is_shown(f, i, first, count, 0);
}

/* What the page did not show keeps what was typed when it did. */
void form_take(struct form *f, size_t first, size_t count, const struct params *params)
{
	bool *shown = NEW_ARRAY(f, bool, count + 1);

	ASSERT(first <= f->n && count <= f->n - first);
	f->restored |= params->restored;
	for (size_t i = 0; i < count; i++)
		shown[i] = form_shown(f, first + i, first, count);
	for (size_t i = 0; i < count; i++)
		if (shown[i])
			take_field(f, first + i, params);
	talloc_free(shown);
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static bool is_secret(const struct field *field)
{
	return field->type == FIELD_PASSWORD || field->type == FIELD_CODE;
}

json_t *form_raw_json(const struct form *f)
{
	json_t *raw = must(json_object());

	for (size_t i = 0; i < f->n; i++) {
		const struct field_value *value = &f->values[i];
		bool given = false;

		for (size_t p = 0; p < value->n_parts; p++)
			given |= *value_part(value, p) != '\0';
		if (!given || is_secret(&f->fields[i]))
			continue;
		if (fixed_parts(&f->fields[i]) == 1 && f->fields[i].type != FIELD_GRID) {
			json_object_set_new(
				raw, f->fields[i].name, json_string(value_part(value, 0)));
			continue;
		}
		json_t *parts = must(json_array());
		for (size_t p = 0; p < value->n_parts; p++)
			json_array_append_new(parts, json_string(value_part(value, p)));
		json_object_set_new(raw, f->fields[i].name, parts);
	}
	return raw;
}

void form_load_raw(struct form *f, const json_t *raw)
{
	for (size_t i = 0; i < f->n; i++) {
		const json_t *value = json_object_get(raw, f->fields[i].name);

		if (is_secret(&f->fields[i]))
			continue;
		if (value && f->fields[i].type == FIELD_CHECKBOXES)
			f->values[i].n_parts = 0;
		if (json_is_string(value))
			put(f, i, 0, json_string_value(value));
		for (size_t p = 0; p < json_array_size(value); p++)
			put(f, i, p, json_string_value(json_array_get(value, p)));
	}
}

static json_t *ticked(const struct field *field, const struct field_value *value)
{
	json_t *codes = must(json_array());
	size_t n;
	const struct choice *choices = field_choices(field, &n);

	for (size_t c = 0; c < n; c++)
		if (value_has(value, choices[c].code))
			json_array_append_new(codes, json_string(choices[c].code));
	return codes;
}

static json_t *graded(const struct field *field, const struct field_value *value)
{
	json_t *rows = must(json_object());

	for (size_t p = 0; p < value->n_parts; p++)
		if (field_choice(field, value_part(value, p)))
			json_object_set_new(
				rows, field->rows[p].code, json_string(value->parts[p]));
	return rows;
}

json_t *form_answers(const struct form *f)
{
	json_t *answers = must(json_object()), *answer;
	int64_t number;

	for (size_t i = 0; i < f->n; i++) {
		const struct field *field = &f->fields[i];
		const struct field_value *value = &f->values[i];

		if (value->error || is_secret(field) || !form_due(f, i))
			continue;
		if (field->type == FIELD_CHECKBOXES || field->type == FIELD_GRID) {
			answer = field->type == FIELD_GRID ? graded(field, value)
							   : ticked(field, value);
			if (json_array_size(answer) + json_object_size(answer) > 0)
				json_object_set(answers, field->name, answer);
			json_decref(answer);
		} else if (value->text && field->type == FIELD_NUMBER) {
			if (check_number(value->text, &number))
				json_object_set_new(answers, field->name, json_integer(number));
		} else if (value->text && field->type == FIELD_DECIMAL) {
			if (check_decimal(value->text, &number))
				json_object_set_new(answers, field->name, json_integer(number));
		} else if (value->text) {
			json_object_set_new(answers, field->name, json_string(value->text));
		}
	}
	return answers;
}

const char *json_compact(TALLOC_CTX *ctx, const json_t *document)
{
	char *text = document ? must(json_dumps(document, JSON_COMPACT)) : NULL;
	const char *out = text_copy(ctx, text ? text : "{}");

	free(text);
	return out;
}
