/* return_edit.c: a monitoring return is written, kept at every save, checked, and sent once; a
 * correction is another version. */
#include <sodium.h>
#include <string.h>
#include "audit.h"
#include "identity_form.h"
#include "monitoring.h"
#include "pages.h"
#include "setting.h"

enum { TOKEN_BYTES = 16 };

/* ---- Writing --------------------------------------------------------------------------------- */

/* 0, or what the page returns: one that is not wanted is not written. */
static int find_open(struct req *r, struct q_monitoring_by_ref *m)
{
	int refused = monitoring_own(r, m);

	if (refused || monitoring_state_of(m->state) != RETURN_EXCUSED)
		return refused;
	flash_notice(r, "This return is not wanted, so there is nothing to send.");
	return redirect(r, "/returns/%s", m->ref);
}

static void carry(
	struct req *r, const struct q_monitoring_by_ref *m, int64_t row_version, const char *seen)
{
	monitoring_heading(r, m);
	tpl_int(r->page, M_ROW_VERSION, row_version);
	tpl_set(r->page, M_SEEN, seen);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
}

/* The figure, and folded below it why there is none. */
static void show_kpi(const struct monitoring_form *mf, size_t i, struct tpl *page)
{
	const struct field_value *why = &mf->f->values[2 * i + 1];
	bool open = (why->parts[0] && *why->parts[0]) || why->error || why->warning;
	struct tpl *t = tpl_add(page, M_KPI), *none;

	form_show(mf->f, 2 * i, 1, t, false);
	none = tpl_add(t, M_WHY_NOT);
	tpl_show_if(none, M_FOLDED_OUT, open);
	tpl_set(none, M_LABEL, mf->kpis[i].name);
	form_show(mf->f, 2 * i + 1, 1, none, false);
}

static int show_form(struct req *r, const struct q_monitoring_by_ref *m,
	const struct monitoring_form *mf, int64_t row_version, const char *seen, int status)
{
	struct tpl *t;

	carry(r, m, row_version, seen);
	for (size_t i = 0; i < mf->n_kpis; i++)
		show_kpi(mf, i, r->page);
	tpl_show_if(r->page, M_NO_KPI, mf->n_kpis == 0);
	form_show(mf->f, mf->fixed, mf->f->n - mf->fixed, tpl_add(r->page, M_FIXED), false);
	form_show_errors(mf->f, 0, mf->f->n, r->page);
	tpl_optional(r->page, M_ASKED, M_QUESTION,
		monitoring_state_of(m->state) == RETURN_BACK ? m->question : NULL);
	tpl_show_if(
		r->page, M_CORRECT, m->version > 0 && monitoring_state_of(m->state) != RETURN_BACK);
	if (mf->by) {
		t = tpl_add(r->page, M_DRAFTED);
		tpl_set(t, M_DRAFT_BY, mf->by);
		tpl_set(t, M_DRAFT_AT, time_text(r->ctx, mf->saved_at));
	}
	return page_show(r, status, T_return_edit,
		text_format(r->ctx, "Your return for %s",
			monitoring_period(r->ctx, m->starts_on, m->ends_on)));
}

/* GET /returns/:ref/edit */
int return_edit(struct req *r)
{
	struct q_monitoring_by_ref m;
	int refused = find_open(r, &m);
	struct monitoring_form *mf;

	if (refused)
		return refused;
	mf = monitoring_form_drafted(r, &m);
	return show_form(r, &m, mf, m.row_version, form_seen(mf->f), 200);
}

static bool is_version(const struct req *r, const struct q_monitoring_by_ref *m)
{
	const char *version = params_get(&r->body, "row_version");
	int64_t sent;

	return version && check_number(version, &sent) && sent == m->row_version;
}

/* The same fields as `mf` has, as they are stored. */
static struct form *stored(const struct monitoring_form *mf, const struct monitoring_form *now)
{
	struct form *f = form_new(mf->f->ctx, mf->f->fields, mf->f->n);
	json_t *raw = form_raw_json(now->f);

	form_load_raw(f, raw);
	json_decref(raw);
	return f;
}

/* Did somebody else save meanwhile, in a field of it? Then *seen is what they have. */
static bool conflicts(struct req *r, const struct q_monitoring_by_ref *m,
	const struct monitoring_form *now, struct monitoring_form *mf, const char **seen)
{
	struct form *theirs = stored(mf, now);

	if (is_version(r, m) || !form_conflict(mf->f, theirs, *seen))
		return false;
	*seen = form_seen(theirs);
	form_fail(mf->f, NULL,
		text_format(r->ctx,
			"%s saved this return while you were writing. Nothing of yours is saved "
			"yet. Look at what they wrote, then save again",
			now->by ? now->by : "A colleague"));
	return true;
}

static bool is_empty(const struct form *f)
{
	json_t *raw = form_raw_json(f);
	bool empty = json_object_size(raw) == 0;

	json_decref(raw);
	return empty;
}

/* False: somebody else saved at the same moment. */
static bool save_draft(
	struct req *r, const struct q_monitoring_by_ref *m, const struct monitoring_form *mf)
{
	json_t *raw = form_raw_json(mf->f);
	int64_t n = 0;

	json_object_set_new(raw, "identity_reasons", identity_reasons_left(mf->f, mf->reasons));
	Q_RUN_COUNT(r->db, monitoring_draft_save, &n, .draft = json_compact(r->ctx, raw),
		.person_id = r->person->person_id, .now = r->now, .return_id = m->return_id,
		.row_version = m->row_version);
	json_decref(raw);
	if (n == 1)
		audit(r, AUDIT_CHANGE, "return", m->ref, audit_fact(NULL, "draft", "saved"));
	else
		form_fail(mf->f, NULL,
			"Somebody else saved this at the same moment. Nothing of yours is saved "
			"yet. Save again to see what they changed");
	return n == 1;
}

/* POST /returns/:ref/edit: save and come back, or save and check. What has slips is saved too. */
int return_edit_save(struct req *r)
{
	const char *go = params_get(&r->body, "go"), *seen = params_get(&r->body, "seen");
	bool check = !go || strcmp(go, "save") != 0, wrong = false;
	struct monitoring_form *mf, *now;
	struct q_monitoring_by_ref m;
	int refused = find_open(r, &m);

	if (refused)
		return refused;
	now = monitoring_form_drafted(r, &m);
	mf = monitoring_form_new(r, &m);
	mf->reasons = now->reasons;
	form_take(mf->f, 0, mf->f->n, &r->body);
	if (mf->f->restored) {
		monitoring_form_check(mf);
		return show_form(r, &m, mf, m.row_version, seen ? seen : "", 422);
	}
	if (conflicts(r, &m, now, mf, &seen))
		return show_form(r, &m, mf, m.row_version, seen, 422);
	if (check) {
		wrong = !monitoring_form_check(mf);
		wrong |= identity_warns(r, mf->f, 0, mf->f->n, mf->reasons);
	}
	if (wrong && !now->by && is_empty(mf->f))
		return show_form(r, &m, mf, m.row_version, seen ? seen : "", 422);
	if (!save_draft(r, &m, mf))
		return show_form(r, &m, mf, m.row_version, seen ? seen : "", 422);
	if (wrong) {
		mf->by = r->person->name;
		mf->saved_at = r->now;
		return show_form(r, &m, mf, m.row_version + 1, form_seen(mf->f), 422);
	}
	if (check)
		return redirect(r, "/returns/%s/check", m.ref);
	flash(r, text_format(r->ctx,
			 "Your return is saved. %s reads it when you send it, and not before.",
			 setting_text(r->settings, SETTING_NAME)));
	return redirect(r, "/returns/%s", m.ref);
}

/* ---- Checking -------------------------------------------------------------------------------- */

static bool token_typed(const struct req *r, uint8_t out[TOKEN_BYTES])
{
	const char *hex = params_get(&r->body, "submission");
	size_t len;

	return hex && strlen(hex) == (size_t)2 * TOKEN_BYTES &&
	       sodium_hex2bin(out, TOKEN_BYTES, hex, strlen(hex), NULL, &len, NULL) == 0 &&
	       len == TOKEN_BYTES;
}

static int show_check(struct req *r, const struct q_monitoring_by_ref *m,
	const struct monitoring_form *mf, int status)
{
	json_t *answers = monitoring_answers(r->ctx, mf, m);
	uint8_t token[TOKEN_BYTES];
	char hex[2 * TOKEN_BYTES + 1], today[11];
	struct tpl *t;

	randombytes_buf(token, sizeof token);
	sodium_bin2hex(hex, sizeof hex, token, sizeof token);
	carry(r, m, m->row_version, "");
	tpl_set(r->page, M_SUBMISSION, text_copy(r->ctx, hex));
	monitoring_answers_show(r, answers, m->ref, r->page);
	json_decref(answers);
	if (mf->has_reason) {
		t = tpl_add(r->page, M_HAS_REASON);
		tpl_set(t, M_REF, m->ref);
		tpl_set(t, M_WHY, mf->f->values[mf->f->n - 1].text);
		tpl_show(t, monitoring_state_of(m->state) == RETURN_BACK ? M_REPLY : M_CORRECT);
	}
	check_today(r->now, today);
	tpl_optional(r->page, M_EARLY, M_DAY,
		strcmp(today, m->ends_on) < 0 ? date_text(r->ctx, m->ends_on) : NULL);
	tpl_show_if(r->page, M_CHANGED, status != 200);
	return page_show(r, status, T_return_check, "Check your return before you send it");
}

/* GET /returns/:ref/check */
int return_check(struct req *r)
{
	struct q_monitoring_by_ref m;
	int refused = find_open(r, &m);
	struct monitoring_form *mf;

	if (refused)
		return refused;
	mf = monitoring_form_drafted(r, &m);
	if (!mf->by || !monitoring_form_check(mf))
		return redirect(r, "/returns/%s/edit", m.ref);
	return show_check(r, &m, mf, 200);
}

/* ---- Sending --------------------------------------------------------------------------------- */

static void store_values(struct req *r, const struct q_monitoring_by_ref *m,
	const struct monitoring_form *mf, const json_t *answers)
{
	const json_t *kpi, *kpis = json_object_get(answers, "kpis");
	size_t i;

	Q_RUN(r->db, monitoring_values_clear, .return_id = m->return_id);
	json_array_foreach(kpis, i, kpi)
	{
		const struct q_monitoring_kpis *k = &mf->kpis[i];
		const json_t *value = json_object_get(kpi, "value");

		Q_RUN(r->db, monitoring_value_add, .return_id = m->return_id, .kpi_id = k->kpi_id,
			.measured = value ? 1 : 0, .value = json_integer_value(value),
			.target = k->target, .better = k->better, .amber = k->amber,
			.rag = json_string_value(json_object_get(kpi, "rag")));
	}
}

static void tell_sent(struct req *r, const struct q_monitoring_by_ref *m,
	const struct monitoring_form *mf, const char *reason)
{
	const char *period = monitoring_period(r->ctx, m->starts_on, m->ends_on);
	const char *version = text_format(r->ctx, "%lld", (long long)m->version + 1);
	json_t *detail = audit_fact(NULL, "return", m->ref);

	detail = audit_fact(detail, "period", period);
	detail = audit_fact(detail, "version", version);
	if (m->version == 0)
		detail = audit_fact(detail, "what", "sent");
	else
		detail = audit_fact(detail, "what",
			monitoring_state_of(m->state) == RETURN_BACK ? "answered" : "corrected");
	contract_event(r, m->contract_id, CONTRACT_RETURN, reason,
		identity_detail(r->ctx, detail, mf->reasons), 0);
	detail = audit_fact(NULL, "contract", m->contract_ref);
	detail = audit_fact(detail, "period", period);
	audit(r, m->version ? AUDIT_CHANGE : AUDIT_ADD, "return", m->ref,
		audit_fact(detail, "version", version));
}

/* False: it was sent already, by this very form or by a colleague's. */
static bool send_version(struct req *r, const struct q_monitoring_by_ref *m,
	const struct monitoring_form *mf, const uint8_t token[TOKEN_BYTES])
{
	json_t *answers = monitoring_answers(r->ctx, mf, m);
	const char *reason = mf->has_reason ? mf->f->values[mf->f->n - 1].text : "";
	enum rag rag = monitoring_worst(answers);
	char today[11];
	bool first = Q_RUN(r->db, monitoring_version_add, .return_id = m->return_id,
			     .number = m->version + 1, .submission = { token, TOKEN_BYTES },
			     .now = r->now, .person_id = r->person->person_id,
			     .answers = json_compact(r->ctx, answers), .reason = reason) == DB_DONE;

	if (first) {
		Q_RUN(r->db, monitoring_sent, .now = r->now, .number = m->version + 1,
			.rag = rag == RAG_NONE ? NULL : contract_rags[rag].code,
			.spend = json_integer_value(json_object_get(answers, "spend")),
			.return_id = m->return_id, .row_version = m->row_version);
		store_values(r, m, mf, answers);
		tell_sent(r, m, mf, reason);
		check_today(r->now, today);
		contract_settle(r->db, m->contract_id, today);
	}
	json_decref(answers);
	return first;
}

/* POST /returns/:ref/check: sends what was shown, once. */
int return_check_send(struct req *r)
{
	struct q_monitoring_version_of_form made;
	uint8_t token[TOKEN_BYTES];
	struct q_monitoring_by_ref m;
	int refused = find_open(r, &m);
	struct monitoring_form *mf;
	bool has_token = token_typed(r, token);

	if (refused)
		return refused;
	if (has_token && Q_ONE(r->db, monitoring_version_of_form, &made, .return_id = m.return_id,
				 .submission = { token, sizeof token }))
		return redirect(r, "/returns/%s/sent", m.ref);
	mf = monitoring_form_drafted(r, &m);
	if (!mf->by) {
		flash_notice(r, "Nothing was waiting to be sent: this is how the return stands.");
		return redirect(r, "/returns/%s", m.ref);
	}
	if (!monitoring_form_check(mf))
		return show_form(r, &m, mf, m.row_version, form_seen(mf->f), 422);
	if (!has_token || !is_version(r, &m) || r->body.restored)
		return show_check(r, &m, mf, 422);
	send_version(r, &m, mf, token);
	return redirect(r, "/returns/%s/sent", m.ref);
}

/* GET /returns/:ref/sent */
int return_sent(struct req *r)
{
	struct q_monitoring_by_ref m;
	int refused = monitoring_own(r, &m);

	if (refused)
		return refused;
	if (m.version == 0)
		return redirect(r, "/returns/%s", m.ref);
	monitoring_heading(r, &m);
	tpl_set(r->page, M_COMMISSIONER, setting_text(r->settings, SETTING_NAME));
	tpl_show(r->page, m.version > 1 ? M_AGAIN : M_FIRST);
	return page_show(r, 200, T_return_sent, "Your return is sent");
}
