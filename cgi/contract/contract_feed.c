/* contract_feed.c: the calendar of contracts for a calendar program: a private address, made, shown
 * once and revoked by its owner; what it gives follows what they may see at that moment. */
#include <sodium.h>
#include <string.h>
#include "access.h"
#include "audit.h"
#include "conf.h"
#include "contract_calendar.h"
#include "ical.h"
#include "pages.h"
#include "seal.h"
#include "session.h"

enum { FEED_MOST = 2000, FEED_BACK = -3, FEED_AHEAD = 24, USED_EVERY = 60 * 60 };
static const char feed_end[] = ".ics";

/* ---- The page that makes and revokes it ------------------------------------------------------ */

struct typed {
	const char *own;
};

static const struct choice owns[] = {
	{ "mine", "Those that I look after, and reviews that I score in", NULL, false },
	{ "all", "All contracts", NULL, false },
};

static const struct field fields[] = {
	{ .type = FIELD_RADIOS,
		.name = "whose",
		.label = "Which contracts are to be in it?",
		.required = true,
		.missing = "Select which contracts are to be in it",
		.choices = owns,
		.n_choices = COUNT(owns),
		.into = offsetof(struct typed, own) },
};

static int show_form(struct req *r, const struct form *f, int status)
{
	struct q_calendar_feed_own feed;
	struct tpl *t;

	tpl_set(r->page, M_CSRF, r->csrf);
	if (Q_ONE(r->db, calendar_feed_own, &feed, .person_id = r->person->person_id)) {
		t = tpl_add(r->page, M_LIVE);
		tpl_set(t, M_CSRF, r->csrf);
		tpl_set(t, M_WHAT, choice_label(owns, COUNT(owns), feed.own ? "mine" : "all"));
		tpl_set(t, M_MADE_ON, day_text(r->ctx, feed.made_at));
		tpl_set(t, M_USED, feed.used_at ? time_text(r->ctx, feed.used_at) : "Not yet");
	}
	form_show(f, 0, f->n, r->page, false);
	return page_show(r, status, T_contract_feed, "Your calendar address");
}

/* GET /contracts/calendar/feed */
int contract_feed_view(struct req *r)
{
	return show_form(r, form_new(r->ctx, fields, COUNT(fields)), 200);
}

/* POST /contracts/calendar/feed. The answer is the one place where the address is ever shown, so it
 * is no redirect; a reload asks before it sends the form again, and then makes another. */
int contract_feed_make(struct req *r)
{
	struct form *f = form_new(r->ctx, fields, COUNT(fields));
	uint8_t random[TOKEN_BYTES], hash[HASH_BYTES];
	struct typed in = { 0 };
	char ref[REF_LENGTH + 1];
	const char *token;
	bool own;

	/* What is restored is rolled back: an address made then would be shown, and never work. */
	if (!form_fill(f, &r->body, &in) || r->body.restored)
		return show_form(r, f, 422);
	own = strcmp(in.own, "mine") == 0;
	randombytes_buf(random, sizeof random);
	token = base64url(r->ctx, random, sizeof random);
	hash_bytes(hash, token, strlen(token));
	ref_make(ref);
	Q_RUN(r->db, calendar_feed_revoke, .person_id = r->person->person_id, .now = r->now);
	if (Q_RUN(r->db, calendar_feed_add, .token_hash = { hash, sizeof hash }, .ref = ref,
		    .person_id = r->person->person_id,
		    .organisation_id = r->person->organisation_id, .own = own,
		    .now = r->now) == DB_DUPLICATE) {
		form_fail(f, NULL, "An address was made at the same moment. Make it again");
		return show_form(r, f, 422);
	}
	audit(r, AUDIT_ADD, "calendar", ref, audit_fact(NULL, "contracts", in.own));
	tpl_setf(r->page, M_ADDRESS, "%s/calendar/%s%s", conf_get(r->conf, "staff_url", ""), token,
		feed_end);
	return page_show(r, 200, T_contract_feed_made, "Your calendar address");
}

/* POST /contracts/calendar/feed/revoke */
int contract_feed_revoke(struct req *r)
{
	struct q_calendar_feed_own feed;

	if (Q_ONE(r->db, calendar_feed_own, &feed, .person_id = r->person->person_id)) {
		Q_RUN(r->db, calendar_feed_revoke, .person_id = r->person->person_id,
			.now = r->now);
		audit(r, AUDIT_REMOVE, "calendar", feed.ref, NULL);
		flash(r, "The address does not work any more.");
	} else {
		flash_notice(r, "You had no calendar address.");
	}
	return redirect(r, "/contracts/calendar/feed");
}

/* ---- The feed -------------------------------------------------------------------------------- */

/* "https://staff.example.org:8443/x" -> "staff.example.org": unique names end in it. */
static const char *host_of(TALLOC_CTX *ctx, const char *site)
{
	const char *host = strstr(site, "://");

	host = host ? host + 3 : site;
	return text_copyn(ctx, host, strcspn(host, ":/"));
}

static void add_day(struct req *r, const struct q_contract_calendar *row, const char *host)
{
	const char *site = conf_get(r->conf, "staff_url", "");
	const char *what = choice_label(calendar_kinds, CALENDAR_KINDS, row->kind);
	bool review = strcmp(row->kind, "decision") == 0;
	const char *of = *row->reference ? text_format(r->ctx, "%s %s", row->reference, row->title)
					 : row->title;

	ical_day(&r->content,
		&(struct ical_day){
			.uid = text_format(r->ctx, "%s-%s@%s", row->kind, row->item_ref, host),
			.day = row->day,
			.summary = text_format(r->ctx, "%s: %s", what, of),
			.description = text_format(r->ctx, "%s\n%s\n%s to %s", row->organisation,
				of, date_text(r->ctx, row->starts_on),
				date_text(r->ctx, row->ends_on)),
			.url = text_format(r->ctx, "%s/%s/%s", site,
				review ? "reviews" : "contracts",
				review ? row->item_ref : row->ref),
			.stamp = r->now });
}

static void write_feed(struct req *r, const struct person *person, bool own)
{
	struct contract_days days = contract_days(r->ctx, r->now);
	const char *host = host_of(r->ctx, conf_get(r->conf, "staff_url", ""));
	struct db_rows *rows = Q_ROWS(r->db, contract_calendar, .person_id = person->person_id,
		.today = days.today, .since = date_months_after(r->ctx, days.today, FEED_BACK),
		.until = date_months_after(r->ctx, days.today, FEED_AHEAD),
		.lead = own ? person->person_id : 0, .most = FEED_MOST);
	struct q_contract_calendar row;

	ical_begin(&r->content, own ? "My contracts" : "Contracts");
	while (Q_NEXT(rows, contract_calendar, &row))
		add_day(r, &row, host);
	ical_end(&r->content);
}

/* Once a day the trail has that it was read. */
static void note(struct req *r, const struct q_calendar_feed_get *feed, const struct person *person,
	const uint8_t hash[HASH_BYTES])
{
	struct audit_actor actor = { person->person_id, person->organisation_id, person->email };
	char today[11], last[11];

	if (feed->used_at > r->now - USED_EVERY)
		return;
	check_today(r->now, today);
	check_today(feed->used_at, last);
	Q_RUN(r->db, calendar_feed_used, .token_hash = { hash, HASH_BYTES }, .now = r->now);
	if (strcmp(today, last) != 0)
		audit_as(r->db, r, &actor, AUDIT_EXPORT, "calendar", feed->ref,
			audit_fact(NULL, "file", "contracts.ics"));
}

/* GET /calendar/TOKEN.ics. Whatever it is asked with, it does the same work before it says that
 * there is nothing: the time tells nobody whether an address was cut, revoked, or never was. */
int contract_feed(struct req *r)
{
	const char *name = r->args[0];
	size_t len = strlen(name), end = strlen(feed_end);
	struct q_calendar_feed_get feed = { 0 };
	uint8_t hash[HASH_BYTES];
	struct person *person;
	bool found;

	len = len > end && strcmp(name + len - end, feed_end) == 0 ? len - end : 0;
	hash_bytes(hash, name, len);
	found = Q_ONE(r->db, calendar_feed_get, &feed, .token_hash = { hash, sizeof hash });
	person = person_get(
		r->db, r->ctx, found ? feed.person_id : 0, found ? feed.organisation_id : 0, NULL);
	if (!found || !person || person->organisation_id != feed.organisation_id ||
		!access_allows(person, KEEPS_CONTRACTS))
		return not_found(r);
	note(r, &feed, person, hash);
	write_feed(r, person, feed.own);
	r->type = "text/calendar; charset=utf-8";
	return 200;
}
