/* review_value.c: value for money: what one outcome cost, period by period, and beside contracts
 * with the same aim. An outcome is what a KPI counts that is marked as one. */
#include "chart.h"
#include "review_evidence.h"
#include "review_mean.h"
#include "review_open.h"

enum { YEAR_DAYS = 365, PERIODS = 8, SIMILAR = 20 };

static const char *cost_text(TALLOC_CTX *ctx, int64_t pence, int64_t outcomes)
{
	int64_t cost = review_cost_per(pence, outcomes);

	return cost < 0 ? "–" : money_text(ctx, cost);
}

static bool show_periods(struct req *r, const struct q_review_by_ref *v, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, value_periods, .contract_id = v->contract_id);
	struct tpl *kpi = NULL;
	struct q_value_periods row;
	int64_t last = 0;
	size_t n = 0;

	while (Q_NEXT(rows, value_periods, &row)) {
		struct tpl *line;

		if (row.kpi_id != last) {
			kpi = tpl_add(t, M_KPI_ROW);
			tpl_set(kpi, M_NAME, text_copy(r->ctx, row.name));
			last = row.kpi_id;
			n = 0;
		}
		if (n++ >= PERIODS)
			continue;
		line = tpl_add(kpi, M_PERIOD_ROW);
		tpl_set(line, M_PERIOD, date_short_text(r->ctx, row.ends_on, r->now));
		tpl_set(line, M_SPENT, row.pence < 0 ? "–" : money_text(r->ctx, row.pence));
		tpl_show_if(line, M_BY_VALUE, !row.spent && row.pence >= 0);
		tpl_set(line, M_VALUE, decimal_text(r->ctx, row.value));
		tpl_set(line, M_COST, cost_text(r->ctx, row.pence, row.value));
	}
	return last != 0;
}

static void show_similar(struct req *r, const struct q_review_by_ref *v, struct tpl *t)
{
	struct db_rows *rows = Q_ROWS(r->db, value_similar, .contract_id = v->contract_id,
		.since = review_day_after(r->ctx, r->now, -YEAR_DAYS));
	struct chart_bar bars[SIMILAR];
	struct buf said = { .ctx = r->ctx };
	struct tpl *similar = NULL;
	struct q_value_similar row;
	int64_t most = 0;
	size_t n = 0;

	while (Q_NEXT(rows, value_similar, &row)) {
		int64_t cost = review_cost_per(row.pence, row.value);
		struct tpl *line;

		if (!similar)
			similar = tpl_add(t, M_SIMILAR);
		line = tpl_add(similar, M_CONTRACT_ROW);
		tpl_set(line, M_CONTRACT_REF, text_copy(r->ctx, row.contract_ref));
		tpl_set(line, M_SERVICE, text_copy(r->ctx, row.service));
		tpl_set(line, M_ORGANISATION, text_copy(r->ctx, row.organisation));
		tpl_set(line, M_NAME, text_copy(r->ctx, row.kpi));
		tpl_show_if(line, M_OWN, row.own);
		tpl_set(line, M_SPENT, money_text(r->ctx, row.pence));
		tpl_set(line, M_VALUE, decimal_text(r->ctx, row.value));
		tpl_set(line, M_COST, money_text(r->ctx, cost));
		if (n == SIMILAR)
			continue;
		bars[n] = (struct chart_bar){ .label = text_format(r->ctx, "%s%s, %s",
						      row.own ? "This one: " : "", row.service,
						      row.kpi),
			.n = cost,
			.percent = -1,
			.text = money_text(r->ctx, cost) };
		buf_addf(&said, "%s%s: %s", n > 0 ? ". " : "", bars[n].label, bars[n].text);
		n++;
		most = cost > most ? cost : most;
	}
	if (n > 1)
		chart_bars(r->ctx, tpl_add(similar, M_PICTURE),
			&(struct chart_words){ .id = "similar",
				.title = "What one outcome cost in the last year",
				.description = buf_text(&said) },
			bars, n, most);
}

void review_value_show(struct req *r, const struct q_review_by_ref *v, struct tpl *page)
{
	struct tpl *t = tpl_include(page, M_EVIDENCE, T_review_value), *some;

	some = tpl_add(t, M_SOME);
	if (v->contract_id && show_periods(r, v, some))
		show_similar(r, v, some);
	else
		tpl_show(t, M_NONE);
}
