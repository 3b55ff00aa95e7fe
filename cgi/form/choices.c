/* choices.c: choices of a field that are not known before the request. */
#include "choices.h"

static void grow(TALLOC_CTX *ctx, struct choices *to, size_t n)
{
	to->list = must(talloc_realloc_size(ctx, to->list, (to->n + n) * sizeof *to->list));
	to->ids = must(talloc_realloc_size(ctx, to->ids, (to->n + n) * sizeof *to->ids));
}

void choices_add(
	TALLOC_CTX *ctx, struct choices *to, const char *code, const char *label, int64_t id)
{
	grow(ctx, to, 1);
	to->ids[to->n] = id;
	to->list[to->n++] =
		(struct choice){ .code = text_copy(ctx, code), .label = text_copy(ctx, label) };
}

void choices_add_all(TALLOC_CTX *ctx, struct choices *to, const struct choice *from, size_t n)
{
	grow(ctx, to, n);
	for (size_t i = 0; i < n; i++) {
		to->ids[to->n] = 0;
		to->list[to->n++] = from[i];
	}
}

int64_t choices_id(const struct choices *of, const char *code)
{
	size_t i = code ? choice_index(of->list, of->n, code) : of->n;

	return i < of->n ? of->ids[i] : 0;
}

int64_t *choices_ticked(
	TALLOC_CTX *ctx, const struct choices *of, const struct field_value *value, size_t *n)
{
	int64_t *ids = NEW_ARRAY(ctx, int64_t, value->n_parts + 1);

	*n = 0;
	for (size_t i = 0; i < value->n_parts; i++) {
		size_t c = value->parts[i] ? choice_index(of->list, of->n, value->parts[i]) : of->n;

		if (c < of->n)
			ids[(*n)++] = of->ids[c];
	}
	return ids;
}

const char *choices_person(const struct req *r, int64_t person_id, const char *name)
{
	return person_id == r->person->person_id ? text_format(r->ctx, "%s (you)", name) : name;
}

void field_offer(struct field *field, const struct choices *choices)
{
	field->choices = choices->list;
	field->n_choices = choices->n;
}

struct field field_select(
	const char *name, const char *label, const struct choice *choices, size_t n_choices)
{
	return (struct field){ .type = FIELD_SELECT,
		.name = name,
		.label = label,
		.choices = choices,
		.n_choices = n_choices };
}
