/* acting.c: for whom a person acts who has several organisations or roles. */
#include <string.h>
#include "access.h"
#include "audit.h"
#include "form.h"
#include "pages.h"
#include "session.h"

/* One thing to choose: an organisation, with one role or (NULL) all roles there. */
struct part {
	int64_t organisation_id;
	const char *role;
};
struct parts {
	struct choice *choices; /* code: place in list */
	struct part *list;
	size_t n;
};

static void add(
	struct req *r, struct parts *p, struct part part, const char *label, const char *hint)
{
	p->choices = must(talloc_realloc(r->ctx, p->choices, struct choice, (unsigned)p->n + 1));
	p->list = must(talloc_realloc(r->ctx, p->list, struct part, (unsigned)p->n + 1));
	p->choices[p->n] = (struct choice){ .code = text_format(r->ctx, "%lld-%s",
						    (long long)part.organisation_id,
						    part.role ? part.role : "all"),
		.label = label,
		.hint = hint };
	p->list[p->n++] = part;
}

/* "Author, auditor" of "author,auditor". */
static const char *role_words(TALLOC_CTX *ctx, unsigned roles)
{
	struct buf out = { .ctx = ctx };

	for (size_t i = 0; role_code(i); i++)
		if (roles & role_bit(i))
			buf_addf(&out, "%s%s", out.len ? ", " : "", role_label(i));
	return buf_text(&out);
}

static struct parts parts_of(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, memberships, .person_id = r->person->person_id);
	struct q_memberships row;
	struct parts p = { 0 };

	while (Q_NEXT(rows, memberships, &row)) {
		unsigned roles = roles_from_text(row.roles);
		const char *name = text_copy(r->ctx, row.organisation);

		add(r, &p, (struct part){ row.organisation_id, NULL }, name,
			role_words(r->ctx, roles));
		for (size_t i = 0; role_code(i) && (roles & (roles - 1)); i++)
			if (roles & role_bit(i))
				add(r, &p, (struct part){ row.organisation_id, role_code(i) },
					text_format(r->ctx, "%s, as %s only", name, role_label(i)),
					NULL);
	}
	return p;
}

static struct form *form_of(struct req *r, const struct parts *p)
{
	struct field *field = NEW(r->ctx, struct field);

	*field = (struct field){ .type = FIELD_RADIOS,
		.name = "acting",
		.label = "For whom do you act?",
		.hint = "What you may see and do follows from it. You can change it at any time.",
		.missing = "Choose for whom you act",
		.required = true,
		.choices = p->choices,
		.n_choices = p->n };
	return form_new(r->ctx, field, 1);
}

static int show(struct req *r, const struct form *f, int status)
{
	form_show(f, 0, 1, r->page, true);
	return page_show(r, status, T_acting, "For whom do you act?");
}

/* GET /acting */
int acting_view(struct req *r)
{
	struct parts p = parts_of(r);
	struct form *f = form_of(r, &p);

	for (size_t i = 0; i < p.n; i++)
		if (p.list[i].organisation_id == r->person->organisation_id &&
			strcmp(p.list[i].role ? p.list[i].role : "",
				r->person->role ? r->person->role : "") == 0)
			form_put(f, "acting", 0, p.choices[i].code);
	return show(r, f, 200);
}

/* POST /acting */
int acting_save(struct req *r)
{
	struct parts p = parts_of(r);
	struct form *f = form_of(r, &p);
	size_t i;

	if (!form_fill(f, &r->body, NULL))
		return show(r, f, 422);
	i = choice_index(p.choices, p.n, f->values[0].text);
	ASSERT(i < p.n);
	session_act_for(r, p.list[i].organisation_id, p.list[i].role);
	audit(r, AUDIT_ACT_FOR, "session", "",
		audit_changed(NULL, "acting", r->person->organisation, p.choices[i].label));
	flash(r, text_format(r->ctx, "You act for %s.", p.choices[i].label));
	return redirect(r, "/");
}
