/* choices.h: choices of a field that are not known before the request: rows of the database, or
 * several lists in one. */
#ifndef CHOICES_H
#define CHOICES_H

#include "form.h"
#include "req.h"

/* Grown by choices_add; begins as { 0 }. */
struct choices {
	struct choice *list;
	int64_t *ids; /* beside the list: what each is in the database; 0: nothing */
	size_t n;
};

/* Copies code and label. */
void choices_add(TALLOC_CTX *, struct choices *, const char *code, const char *label, int64_t id);
/* As they are, hints too. */
void choices_add_all(TALLOC_CTX *, struct choices *, const struct choice *, size_t n);
/* One of each row of a query, in their order. code, label and id are said of `row`; the query's
 * parameters come last:
 *
 *	CHOICES_READ(r, &people, panel_people, row.ref, row.name, row.person_id);
 */
#define CHOICES_READ(r, to, query, code, label, id, ...)                                           \
	do {                                                                                       \
		struct db_rows *rows_ = Q_ROWS((r)->db, query, __VA_ARGS__);                       \
		struct q_##query row;                                                              \
		while (Q_NEXT(rows_, query, &row))                                                 \
			choices_add((r)->ctx, (to), (code), (label), (id));                        \
	} while (0)
/* The id of what was chosen; 0: none of them, or NULL. */
int64_t choices_id(const struct choices *, const char *code);
/* The ids that are ticked in a field of checkboxes, as many as *n. */
int64_t *choices_ticked(
	TALLOC_CTX *, const struct choices *, const struct field_value *, size_t *n);
/* A person's name; their own says so: "Anna Smith (you)". */
const char *choices_person(const struct req *, int64_t person_id, const char *name);

/* The field's choices are these. */
void field_offer(struct field *, const struct choices *);
/* A filter of a list, or any field that says no more than this. */
struct field field_select(
	const char *name, const char *label, const struct choice *, size_t n_choices);
#endif
