/* survey_size.c: how large a form can become when every answer is at its longest. */
#include <string.h>
#include "survey_parts.h"

/* A choice is longer sealed ("name":["code"], in base64) than as a field (name=code&). */
static size_t choice_bytes(const struct field *f, const struct choice *choices, size_t n)
{
	size_t longest = 3, sum = 0;

	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(choices[i].code);

		longest = length > longest ? length : longest;
		sum += strlen(f->name) + length + 10;
	}
	return (f->type == FIELD_CHECKBOXES ? sum : strlen(f->name) + longest + 10) * 4 / 3;
}

void survey_size_add(struct survey_size *size, const struct field *f)
{
	size_t bytes = 60, boxes = 1;

	if (f->max_length) {
		size->characters += f->max_length;
		bytes = f->max_length * 12 + strlen(f->name) + 2;
	} else if (f->type == FIELD_GRID) {
		bytes = 0;
		boxes = f->n_rows;
		for (size_t i = 0; i < f->n_rows; i++)
			bytes += choice_bytes(f, f->choices, f->n_choices) +
				 strlen(f->rows[i].code) + 1;
	} else if (f->n_choices) {
		bytes = choice_bytes(f, f->choices, f->n_choices);
		boxes = f->type == FIELD_CHECKBOXES ? f->n_choices : 1;
	} else if (f->type == FIELD_DATE) {
		bytes = 3 * (strlen(f->name) + 30);
		boxes = 3;
	} else
		bytes += strlen(f->name);
	size->bytes += bytes;
	size->boxes += boxes;
}
