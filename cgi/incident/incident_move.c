/* incident_move.c: a manager moves an incident: a form with just what the move needs; and the help
 * about states, printed from the table of moves. */
#include <stddef.h>
#include <string.h>
#include "incident_sections.h"
#include "incident_state.h"
#include "pages.h"

struct typed {
	const char *reason, *until, *of_which, *question, *tell;
};

enum { FIELDS_MOST = 5 };

/* What a manager's move asks for. */
struct move_form {
	const struct incident_way *way; /* to that state; `possible`: from this one too */
	bool possible;
	struct field fields[FIELDS_MOST];
	size_t n;
	struct form *form;
};

static void add(struct move_form *m, struct field field)
{
	ASSERT(m->n < FIELDS_MOST);
	m->fields[m->n++] = field;
}

/* Words of the table with a day in them are not for editing. */
static bool tells_a_day(const struct incident_way *way)
{
	return way->told && strstr(way->told, "{until}");
}

static void add_fields(struct move_form *m)
{
	unsigned needs = m->way->needs;

	if (needs & NEEDS_QUESTION)
		add(m, (struct field){ .type = FIELD_LONG,
			       .name = "question",
			       .label = "Your question to the reporter",
			       .hint = "They read it on the page of their report, and have to "
				       "answer it",
			       .required = true,
			       .missing = "Enter your question",
			       .into = offsetof(struct typed, question) });
	if (needs & NEEDS_OF_WHICH)
		add(m, (struct field){ .type = FIELD_SHORT,
			       .name = "of_which",
			       .label = "Reference of the other report",
			       .hint = "Like 7KQF-2MXW",
			       .required = true,
			       .max_length = 20,
			       .autocomplete = "off",
			       .missing = "Enter the reference of the report that this one repeats",
			       .into = offsetof(struct typed, of_which) });
	if (needs & NEEDS_UNTIL)
		add(m, (struct field){ .type = FIELD_DATE,
			       .name = "until",
			       .label = "Until when",
			       .hint = "On this day it comes back by itself",
			       .required = true,
			       .missing = "Enter the day on which it is looked at again",
			       .into = offsetof(struct typed, until) });
	add(m, (struct field){ .type = FIELD_LONG,
		       .name = "reason",
		       .label = "Why",
		       .hint = "For incident managers. The reporter does not read it. Do not name "
			       "patients",
		       .required = needs & NEEDS_REASON,
		       .missing = "Enter why",
		       .into = offsetof(struct typed, reason) });
	if (needs & NEEDS_TELL || (m->way->told && !tells_a_day(m->way)))
		add(m, (struct field){ .type = FIELD_LONG,
			       .name = "tell",
			       .label = "What the reporter is told",
			       .hint = "In plain words, on the page of their report; a message "
				       "without content says that there is news",
			       .required = true,
			       .missing = "Enter what the reporter is told",
			       .into = offsetof(struct typed, tell) });
}

/* How a manager gets an incident into this state, from whichever; NULL: never. */
static const struct incident_way *any_way(enum incident_state to)
{
	for (size_t i = 0; i < n_incident_ways; i++)
		if (incident_ways[i].to == to && incident_ways[i].mover == MOVER_MANAGER)
			return &incident_ways[i];
	return NULL;
}

/* The form for the state of the address; false: there is none. */
static bool open_form(struct req *r, const struct q_incident_by_ref *in, struct move_form *m)
{
	enum incident_state to = incident_state_of(r->args[1]);

	*m = (struct move_form){ .way = NULL };
	if (to == INCIDENT_STATES)
		return false;
	m->way = incident_way(incident_state_of(in->state), to, MOVER_MANAGER);
	m->possible = m->way != NULL;
	if (!m->way)
		m->way = any_way(to);
	if (!m->way)
		return false;
	add_fields(m);
	m->form = form_new(r->ctx, m->fields, m->n);
	return true;
}

/* They are told the same: whoever writes it is to know. */
static void show_duplicates(struct req *r, const struct q_incident_by_ref *in)
{
	struct db_rows *rows = Q_ROWS(r->db, incident_duplicates, .incident_id = in->incident_id);
	struct q_incident_duplicates row;
	struct tpl *t = NULL;

	while (Q_NEXT(rows, incident_duplicates, &row)) {
		if (!t)
			t = tpl_add(r->page, M_DUPLICATES);
		tpl_set(tpl_add(t, M_DUPLICATE_ROW), M_DUPLICATE, text_copy(r->ctx, row.ref));
	}
}

static int show(struct req *r, const struct q_incident_by_ref *in, const struct move_form *m,
	const char *row_version, int status)
{
	incident_heading(r, in);
	tpl_set(r->page, M_HEADING, m->way->label);
	tpl_set(r->page, M_ROW_VERSION, row_version);
	tpl_show_if(r->page, M_NAMELESS, in->anonymous && m->way->to == INCIDENT_INFORMATION);
	tpl_show_if(r->page, M_POSSIBLE, m->possible);
	tpl_show_if(r->page, M_IMPOSSIBLE, !m->possible);
	tpl_set(r->page, M_TO, incident_states[m->way->to].label);
	tpl_show_if(r->page, M_TELLS_DAY, tells_a_day(m->way));
	if (m->way->needs & NEEDS_TELL)
		show_duplicates(r, in);
	form_show(m->form, 0, m->n, r->page, false);
	return page_show(
		r, status, T_incident_move, text_format(r->ctx, "%s: %s", m->way->label, in->ref));
}

static const char *version_text(struct req *r, const struct q_incident_by_ref *in)
{
	return text_format(r->ctx, "%lld", (long long)in->row_version);
}

/* An investigation request has a page of its own. */
static bool is_request(const struct move_form *m)
{
	return m->way->needs & NEEDS_REQUEST;
}

/* GET /incidents/:ref/move/:state */
int incident_move_view(struct req *r)
{
	struct q_incident_by_ref in;
	struct move_form m;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	if (!open_form(r, &in, &m) || is_request(&m))
		return not_found(r);
	if (m.way->told && !tells_a_day(m.way))
		form_put(m.form, "tell", 0, m.way->told);
	return show(r, &in, &m, version_text(r, &in), m.possible ? 200 : 422);
}

/* ---- Doing it -------------------------------------------------------------------------------- */

/* The incident that this one repeats; 0 and a sentence at the field: there is none such. */
static int64_t of_which(
	struct req *r, const struct q_incident_by_ref *in, struct form *f, const char *typed)
{
	char ref[REF_LENGTH + 1];
	struct q_incident_by_ref other;

	if (!ref_read(typed, ref) || !Q_ONE(r->db, incident_by_ref, &other, .ref = ref) ||
		strcmp(other.state, "draft") == 0) {
		form_fail(f, "of_which", "There is no report with this reference");
		return 0;
	}
	if (other.incident_id == in->incident_id) {
		form_fail(f, "of_which", "This is the report itself: enter the other one’s");
		return 0;
	}
	if (strcmp(other.state, "duplicate") == 0) {
		form_fail(f, "of_which",
			text_format(r->ctx, "%s is a duplicate itself, of %s: enter that one",
				other.ref, other.duplicate_ref ? other.duplicate_ref : "another"));
		return 0;
	}
	return other.incident_id;
}

static void check_until(struct req *r, struct form *f, const char *until)
{
	char today[11];

	check_today(r->now, today);
	if (strcmp(until, today) <= 0)
		form_fail(f, "until", "The day must be in the future");
}

/* Somebody else was quicker: what happened since is shown, and all that was typed is kept. */
static int show_conflict(struct req *r, const struct q_incident_by_ref *in, struct move_form *m)
{
	form_fail(m->form, NULL,
		m->possible ? "Somebody else changed this incident while you were typing. Nothing "
			      "of yours is saved yet. Look at what happened, then send it again"
			    : text_format(r->ctx,
				      "This incident is “%s” by now, and cannot become “%s” from "
				      "there. Nothing was changed, and what you typed is below",
				      incident_states[incident_state_of(in->state)].label,
				      incident_states[m->way->to].label));
	incident_timeline(r, in->incident_id, 0, FOR_MANAGER | FOR_REPORTER | FOR_PROVIDER,
		tpl_add(r->page, M_MEANWHILE), M_TIMELINE);
	return show(r, in, m, version_text(r, in), 422);
}

static int moved(struct req *r, const struct q_incident_by_ref *in, const struct move_form *m)
{
	flash(r, text_format(r->ctx, "%s: %s.%s", in->ref, incident_states[m->way->to].label,
			 m->way->told || m->way->needs & NEEDS_TELL ? " The reporter is told."
								    : ""));
	return redirect(r, "/incidents/%s", in->ref);
}

/* POST /incidents/:ref/move/:state */
int incident_move_save(struct req *r)
{
	const char *version = params_get(&r->body, "row_version");
	struct q_incident_by_ref in;
	struct move_form m;
	struct typed typed = { 0 };
	int64_t original = 0;
	int refused = incident_managed(r, &in);

	if (refused)
		return refused;
	if (!open_form(r, &in, &m) || is_request(&m))
		return not_found(r);
	form_fill(m.form, &r->body, &typed);
	if (m.form->restored)
		return show(r, &in, &m, version ? version : "", 422);
	if (!m.possible || (version && strcmp(version, version_text(r, &in)) != 0))
		return show_conflict(r, &in, &m);
	if (typed.of_which)
		original = of_which(r, &in, m.form, typed.of_which);
	if (typed.until)
		check_until(r, m.form, typed.until);
	if (m.form->n_errors > 0 || !version)
		return show(r, &in, &m, version_text(r, &in), 422);
	if (!incident_move(r, &in, MOVER_MANAGER,
		    &(struct incident_move){ .to = m.way->to,
			    .reason = typed.reason,
			    .until = typed.until,
			    .duplicate_of = original,
			    .question = typed.question,
			    .tell = typed.tell }))
		return show_conflict(r, &in, &m);
	return moved(r, &in, &m);
}

/* ---- The help -------------------------------------------------------------------------------- */

static const char *states_words(TALLOC_CTX *ctx, unsigned from)
{
	struct buf out = { .ctx = ctx };

	for (size_t s = 0; s < INCIDENT_STATES; s++)
		if (from & 1u << s)
			buf_addf(&out, "%s%s", out.len ? ", " : "", incident_states[s].label);
	return buf_text(&out);
}

static const char *told_shown(TALLOC_CTX *ctx, const struct incident_way *way)
{
	const char *at = way->told ? strstr(way->told, "{until}") : NULL;

	if (at)
		return text_format(ctx, "%.*sthat day%s", (int)(at - way->told), way->told,
			at + strlen("{until}"));
	return way->told ? way->told : way->needs & NEEDS_TELL ? "What the manager writes" : NULL;
}

/* GET /help/incidents */
int incident_help(struct req *r)
{
	for (size_t s = 0; s < INCIDENT_STATES; s++) {
		struct tpl *t = NULL, *line;

		for (size_t i = 0; i < n_incident_ways; i++) {
			const struct incident_way *way = &incident_ways[i];
			const char *needs = incident_needs_words(r->ctx, way->needs);

			if (way->to != s)
				continue;
			if (!t) {
				t = tpl_add(r->page, M_STATE_ROW);
				tpl_set(t, M_STATE, incident_states[s].label);
				tpl_set(t, M_STATE_COLOUR,
					incident_state_colour((enum incident_state)s));
			}
			line = tpl_add(t, M_WAY);
			tpl_set(line, M_FROM, states_words(r->ctx, way->from));
			tpl_set(line, M_WHO, incident_movers[way->mover].label);
			tpl_set(line, M_LABEL, way->label);
			tpl_set(line, M_NEEDS, *needs ? needs : "Nothing");
			tpl_set(line, M_TOLD,
				told_shown(r->ctx, way) ? told_shown(r->ctx, way) : "Nothing");
		}
	}
	tpl_int(r->page, M_DAYS, INCIDENT_WORKING_DAYS);
	tpl_int(r->page, M_REOPEN_DAYS, INCIDENT_REOPEN_DAYS);
	return page_show(r, 200, T_incident_help, "How an incident is handled");
}
