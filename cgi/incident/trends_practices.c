/* trends_practices.c: practices compared: reports a year and 1,000 patients, as a funnel plot.
 * Staff of the commissioner see each by its name; a practice sees itself, and its peer group
 * without names and without small numbers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "audit.h"
#include "incident_fold.h"
#include "pages.h"
#include "suppress.h"
#include "trends.h"

enum { QUARTER = 3, A_YEAR = 12, ROUND_PATIENTS = 500 };

struct practice {
	int64_t id, patients, n;
	const char *code, *name, *group;
	double rate;
	bool own, hidden;
};

struct practices {
	struct practice *list; /* those whose patients are known */
	size_t n, without;     /* and how many there are whose patients are not */
	int64_t months;
	int64_t patients, reports;
	double mean, per; /* the rate of all; a rate is reports / patients * per */
	const struct practice *own;
	bool hidden; /* of the total too, too much would be told */
	size_t n_hidden;
};

static struct practices read(struct req *r, int64_t peer_group_id, int64_t first, int64_t last)
{
	struct practices all = { .months = last - first + 1 };
	struct db_rows *rows = Q_ROWS(r->db, trends_practices, .peer_group_id = peer_group_id,
		.since = month_iso(r->ctx, first), .until = month_iso(r->ctx, last),
		.ends_on = trends_last_day(r->ctx, last));
	struct q_trends_practices row;

	all.per = 1000.0 * A_YEAR / (double)all.months;
	while (Q_NEXT(rows, trends_practices, &row)) {
		struct practice *to;

		if (row.patients == 0) {
			all.without++;
			continue;
		}
		all.list =
			must(talloc_realloc_size(r->ctx, all.list, (all.n + 1) * sizeof *all.list));
		to = &all.list[all.n++];
		*to = (struct practice){ .id = row.organisation_id,
			.patients = row.patients,
			.n = row.n,
			.code = text_copy(r->ctx, row.code),
			.name = text_copy(r->ctx, row.name),
			.group = text_copy(r->ctx, row.peer_group),
			.rate = (double)row.n / (double)row.patients * all.per,
			.own = row.organisation_id == r->person->organisation_id };
		all.patients += row.patients;
		all.reports += row.n;
	}
	all.mean = all.patients ? (double)all.reports / (double)all.patients * all.per : 0;
	for (size_t i = 0; i < all.n; i++)
		all.own = all.list[i].own ? &all.list[i] : all.own;
	return all;
}

/* One's own number is known, so what is hidden are the others, whose total is what the rate of all
 * gives away. */
static void hide_others(TALLOC_CTX *ctx, struct practices *all)
{
	struct suppress_cell *cells = NEW_ARRAY(ctx, struct suppress_cell, all->n + 1);
	size_t n = 1, at = 1;

	cells[0].parent = SUPPRESS_TOP;
	for (size_t i = 0; i < all->n; i++)
		if (!all->list[i].own) {
			cells[n] = (struct suppress_cell){ .n = all->list[i].n };
			n++;
			cells[0].n += all->list[i].n;
		}
	suppress(cells, n, SUPPRESS_BELOW);
	all->hidden = cells[0].hidden;
	for (size_t i = 0; i < all->n; i++)
		if (!all->list[i].own) {
			all->list[i].hidden = cells[at++].hidden;
			all->n_hidden += all->list[i].hidden;
		}
}

static const char *rate_text(TALLOC_CTX *ctx, double rate)
{
	return text_format(ctx, "%.1f", rate);
}

/* Where chance ends: "as many as chance would have it", … */
static const char *position(const struct practices *all, const struct practice *of)
{
	double low, high, wide_low, wide_high,
		expected = all->mean * (double)of->patients / all->per;

	poisson_limits(expected, FUNNEL_95, &low, &high);
	poisson_limits(expected, FUNNEL_998, &wide_low, &wide_high);
	if ((double)of->n > wide_high)
		return "More than chance explains (above 99.8%)";
	if ((double)of->n < wide_low)
		return "Fewer than chance explains (below 99.8%)";
	if ((double)of->n > high)
		return "More than usual (above 95%)";
	if ((double)of->n < low)
		return "Fewer than usual (below 95%)";
	return "As chance has it";
}

static bool is_out(const char *position)
{
	return position[0] != 'A';
}

/* An outsider is told of a rounded number of patients: the exact one names the practice. */
static int64_t rounded(int64_t patients)
{
	int64_t out = (patients + ROUND_PATIENTS / 2) / ROUND_PATIENTS * ROUND_PATIENTS;

	return out ? out : ROUND_PATIENTS;
}

static double tenth(double rate)
{
	return round(rate * 10) / 10;
}

static void funnel(struct req *r, struct tpl *page, const struct practices *all, bool names)
{
	struct chart_unit *units = NEW_ARRAY(r->ctx, struct chart_unit, all->n + 1);
	struct chart_funnel of = { .units = units,
		.mean = all->mean,
		.per = all->per,
		.x = "Registered patients",
		.y = "Reports a year for 1,000 patients" };
	struct chart_words words = { .id = "chart-practices",
		.title = "Practices: reports a year for 1,000 patients, by registered patients" };

	for (size_t i = 0; i < all->n; i++) {
		const struct practice *practice = &all->list[i];
		bool exact = names || practice->own;

		if (practice->hidden)
			continue;
		units[of.n++] = (struct chart_unit){ .label = !names ? practice->own ? "You" : NULL
							      : is_out(position(all, practice))
								      ? practice->code
								      : NULL,
			.size = (double)(exact ? practice->patients : rounded(practice->patients)),
			.rate = exact ? practice->rate : tenth(practice->rate),
			.own = !names && practice->own };
	}
	words.description = text_format(r->ctx,
		"%zu practices. All together: %s reports a year for 1,000 patients.%s%s The table "
		"has each.",
		of.n, rate_text(r->ctx, all->mean),
		all->own && !names
			? text_format(r->ctx, " You: %s. ", rate_text(r->ctx, all->own->rate))
			: "",
		all->own && !names ? position(all, all->own) : "");
	chart_funnel(r->ctx, page, &words, &of);
}

/* ---- For managers -----------------------------------------------------------------------------
 */

/* Whole months: one that is not over would lower every rate. */
static bool whole_months(struct trends *t)
{
	if (t->last == t->now)
		t->last--;
	return t->last >= t->first;
}

/* GET /incidents/trends/practices */
int incident_trends_practices(struct req *r)
{
	struct trends t = trends_read(r);
	struct practices all;

	fold(r->db, r->ctx, &incident_fold, TRENDS_FOLD);
	trends_form(r, &t, false);
	if (!whole_months(&t))
		t.first = t.last;
	all = read(r, 0, t.first, t.last);
	tpl_setf(r->page, M_WHOLE_PERIOD, "%s to %s",
		month_text(r->ctx, month_iso(r->ctx, t.first)),
		month_text(r->ctx, month_iso(r->ctx, t.last)));
	tpl_set(r->page, M_RATE, rate_text(r->ctx, all.mean));
	tpl_count(r->page, M_N, (int64_t)all.n);
	tpl_set(r->page, M_LIST_LINK,
		text_format(r->ctx, "/incidents/trends/practices.csv%s",
			trends_query(r, &t, NULL, NULL)));
	if (all.without)
		tpl_count(tpl_add(r->page, M_WITHOUT), M_N, (int64_t)all.without);
	if (all.reports > 0)
		funnel(r, r->page, &all, true);
	for (size_t i = 0; i < all.n; i++) {
		struct tpl *row = tpl_add(r->page, M_ROW);

		tpl_set(row, M_CODE, all.list[i].code);
		tpl_set(row, M_NAME, all.list[i].name);
		tpl_set(row, M_GROUP_NAME, all.list[i].group);
		tpl_count(row, M_PATIENTS, all.list[i].patients);
		tpl_count(row, M_REPORTS, all.list[i].n);
		tpl_set(row, M_RATE, rate_text(r->ctx, all.list[i].rate));
		tpl_set(row, M_POSITION, position(&all, &all.list[i]));
	}
	return page_show(r, 200, T_trends_practices, "Practices compared");
}

/* GET /incidents/trends/practices.csv */
int incident_trends_practices_csv(struct req *r)
{
	static const char *const heads[] = { "Practice code", "Practice", "Peer group",
		"Registered patients", "Reports", "Reports a year for 1,000 patients",
		"Compared with all" };
	struct csv csv = { .out = &r->content };
	struct trends t = trends_read(r);
	struct practices all;

	fold(r->db, r->ctx, &incident_fold, TRENDS_FOLD);
	if (!whole_months(&t))
		t.first = t.last;
	all = read(r, 0, t.first, t.last);
	audit(r, AUDIT_EXPORT, "incident", "", audit_fact(NULL, "file", "trends/practices.csv"));
	r->type = CSV_TYPE;
	header_add(r, "Content-Disposition", "attachment; filename=\"trends-practices.csv\"");
	buf_adds(&r->content, CSV_BOM);
	for (size_t i = 0; i < COUNT(heads); i++)
		csv_words(&csv, heads[i]);
	csv_end(&csv);
	for (size_t i = 0; i < all.n; i++) {
		csv_words(&csv, all.list[i].code);
		csv_words(&csv, all.list[i].name);
		csv_words(&csv, all.list[i].group);
		csv_number(&csv, all.list[i].patients);
		csv_number(&csv, all.list[i].n);
		csv_words(&csv, rate_text(r->ctx, all.list[i].rate));
		csv_words(&csv, position(&all, &all.list[i]));
		csv_end(&csv);
	}
	return 200;
}

/* ---- For a practice ---------------------------------------------------------------------------
 */

/* The year that ended with the last whole quarter: were the months free to choose, the difference
 * of two answers would be another practice's number of one month. */
static struct practices peers(
	struct req *r, const struct trends *t, struct q_trends_peer_group *group, int64_t *last)
{
	struct practices all;

	*group = (struct q_trends_peer_group){ .name = "" };
	Q_ONE(r->db, trends_peer_group, group, .organisation_id = r->person->organisation_id);
	*last = t->now / QUARTER * QUARTER - 1;
	all = read(r, group->peer_group_id, *last - A_YEAR + 1, *last);
	hide_others(r->ctx, &all);
	return all;
}

static void peer_row(struct req *r, struct tpl *part, const struct practice *of)
{
	struct tpl *row = tpl_add(part, M_ROW);

	tpl_set(row, M_NAME, of->own ? r->person->organisation : "Another");
	tpl_count(row, M_PATIENTS, of->own ? of->patients : rounded(of->patients));
	tpl_set(row, M_REPORTS, of->hidden ? "*" : count_text(r->ctx, of->n));
	tpl_set(row, M_RATE, of->hidden ? "*" : rate_text(r->ctx, of->rate));
	tpl_show_if(row, M_OWN, of->own);
}

/* One's own first, then by size: the order of names would name them. */
static int size_order(const void *a, const void *b)
{
	const struct practice *x = a, *y = b;

	if (x->own != y->own)
		return y->own - x->own;
	if (rounded(x->patients) != rounded(y->patients))
		return rounded(x->patients) < rounded(y->patients) ? -1 : 1;
	if (x->hidden != y->hidden)
		return x->hidden - y->hidden;
	return x->hidden || x->n == y->n ? 0 : x->n < y->n ? -1 : 1;
}

void trends_show_peers(struct req *r, const struct trends *t)
{
	struct q_trends_peer_group group;
	int64_t last;
	struct practices all = peers(r, t, &group, &last);
	struct tpl *part = tpl_include(r->page, M_PEERS, T_trends_peers),
		   *anchor = tpl_add(r->page, M_ANCHOR);

	tpl_set(anchor, M_CODE, "peers");
	tpl_set(anchor, M_LABEL, "Compared with others");
	tpl_setf(part, M_WHOLE_PERIOD, "%s to %s",
		month_text(r->ctx, month_iso(r->ctx, last - A_YEAR + 1)),
		month_text(r->ctx, month_iso(r->ctx, last)));
	if (group.peer_group_id)
		tpl_set(tpl_add(part, M_IN_GROUP), M_GROUP_NAME, group.name);
	else
		tpl_show(part, M_NO_GROUP);
	if (!all.own) {
		tpl_show(part, M_NO_SIZE);
		return;
	}
	if (all.hidden || all.reports == 0) {
		tpl_show(part, M_TOO_FEW);
		return;
	}
	part = tpl_add(part, M_SHOWN);
	tpl_set(part, M_RATE, rate_text(r->ctx, all.own->rate));
	tpl_set(part, M_MEAN, rate_text(r->ctx, all.mean));
	tpl_set(part, M_POSITION, position(&all, all.own));
	tpl_set(part, M_LIST_LINK, "/reports/trends.csv?chart=peers");
	if (all.n_hidden)
		tpl_count(tpl_add(part, M_HIDDEN_SOME), M_N, (int64_t)all.n_hidden);
	if (all.without)
		tpl_count(tpl_add(part, M_WITHOUT), M_N, (int64_t)all.without);
	funnel(r, part, &all, false);
	qsort(all.list, all.n, sizeof *all.list, size_order);
	for (size_t i = 0; i < all.n; i++)
		peer_row(r, part, &all.list[i]);
}

void trends_peers_csv(struct req *r, struct csv *csv)
{
	static const char *const heads[] = { "Practice", "Registered patients", "Reports",
		"Reports a year for 1,000 patients" };
	struct q_trends_peer_group group;
	int64_t last;
	struct trends t = trends_read(r);
	struct practices all = peers(r, &t, &group, &last);

	for (size_t i = 0; i < COUNT(heads); i++)
		csv_words(csv, heads[i]);
	csv_end(csv);
	qsort(all.list, all.n, sizeof *all.list, size_order);
	for (size_t i = 0; !all.hidden && all.own && i < all.n; i++) {
		const struct practice *of = &all.list[i];

		csv_words(csv, of->own ? r->person->organisation : "Another");
		csv_number(csv, of->own ? of->patients : rounded(of->patients));
		csv_words(csv, of->hidden ? "*" : text_format(r->ctx, "%lld", (long long)of->n));
		csv_words(csv, of->hidden ? "*" : rate_text(r->ctx, of->rate));
		csv_end(csv);
	}
}
