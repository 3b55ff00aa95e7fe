/* home.c: the first page of each pool, help, and the pages that every public site owes its readers.
 */
#include "access.h"
#include "bulletin.h"
#include "contract_actions.h"
#include "contract_list.h"
#include "incidents.h"
#include "investigation.h"
#include "incident_actions.h"
#include "kept.h"
#include "mail.h"
#include "markdown.h"
#include "menu.h"
#include "monitoring.h"
#include "pages.h"
#include "person.h"
#include "proposals_open.h"
#include "proposal_waiting.h"
#include "retention.h"
#include "report.h"
#include "review_findings.h"
#include "reviews.h"
#include "setting.h"
#include "submission.h"

int public_home(struct req *r)
{
	struct db_rows *rows = Q_ROWS(r->db, survey_open, .now = r->now);
	struct q_survey_open row;
	struct q_learning_list learned;
	struct q_public_register_some some;
	struct tpl *list = NULL, *item;

	while (Q_NEXT(rows, survey_open, &row)) {
		if (!list)
			list = tpl_add(r->page, M_LIST);
		item = tpl_add(list, M_SURVEY_ROW);
		tpl_set(item, M_SLUG, text_copy(r->ctx, row.slug));
		tpl_set(item, M_SURVEY, text_copy(r->ctx, row.title));
		tpl_set(item, M_ASKED_BY, text_copy(r->ctx, row.asked_by));
		tpl_optional(item, M_CLOSES_GIVEN, M_CLOSES,
			row.closes_at ? day_text(r->ctx, row.closes_at - 1) : NULL);
	}
	public_proposals_show(r, r->page);
	tpl_show_if(r->page, M_EMPTY, !list);
	tpl_show_if(r->page, M_REGISTERED, Q_ONE(r->db, public_register_some, &some));
	if (Q_ONE(r->db, learning_list, &learned, .most = 1))
		tpl_show(r->page, M_LEARNED);
	return page_show(r, 200, T_public_home, "Have your say");
}

/* What waits for somebody: how many of it, in words, and where. */
static const struct task {
	unsigned who;
	int64_t (*count)(struct req *);
	const char *path, *one, *many;
} tasks[] = {
	{ ROLE_ADMINISTRATOR | OF_COMMISSIONER, device_requests_for_me, "/people/devices",
		"lost device waits for you to agree to a new one or refuse",
		"lost devices wait for you to agree to a new one or refuse" },
	{ REPORTS_INCIDENTS, report_questions_waiting, "/reports?state=information",
		"report waits for your practice to answer a question",
		"reports wait for your practice to answer a question" },
	{ REPORTS_INCIDENTS, report_drafts_waiting, "/reports",
		"report that you began waits to be finished",
		"reports that you began wait to be finished" },
	{ RUNS, retention_waiting, "/retention",
		"proposal to destroy records waits for you to confirm or refuse it",
		"proposals to destroy records wait for you to confirm or refuse them" },
	{ RUNS, retention_due, "/retention", "record is due to be destroyed or held",
		"records are due to be destroyed or held" },
	{ MANAGES_INCIDENTS, incidents_late, "/incidents?state=overdue",
		"report is late: nobody looked at it within 5 working days",
		"reports are late: nobody looked at them within 5 working days" },
	{ MANAGES_INCIDENTS, incidents_unseen, "/incidents?state=unseen",
		"new report nobody has looked at yet", "new reports nobody has looked at yet" },
	{ MANAGES_INCIDENTS, bulletins_to_approve, "/bulletins?state=review",
		"learning bulletin waits for you to approve it or send it back",
		"learning bulletins wait for you to approve them or send them back" },
	{ REPORTS_INCIDENTS | ANSWERS_INVESTIGATIONS, bulletins_to_read, "/bulletins?unread=yes",
		"learning bulletin to read", "learning bulletins to read" },
	{ ANSWERS_INVESTIGATIONS, investigations_for_me, "/investigations?state=asked",
		"request to look into something waits for your organisation’s answer",
		"requests to look into something wait for your organisation’s answer" },
	{ KEEPS_CONTRACTS, contracts_review_overdue, "/contracts?flag=review_overdue&lead=me",
		"contract that you look after is overdue for review",
		"contracts that you look after are overdue for review" },
	{ KEEPS_CONTRACTS, contracts_returns_missing, "/contracts?flag=returns_missing&lead=me",
		"contract that you look after has monitoring returns missing",
		"contracts that you look after have monitoring returns missing" },
	{ KEEPS_CONTRACTS, contracts_ends_unreviewed, "/contracts?flag=ends_unreviewed&lead=me",
		"contract that you look after ends within 6 months, and no review is open",
		"contracts that you look after end within 6 months, and no review is open" },
	{ SENDS_RETURNS, monitoring_asked_back, "/returns?state=back",
		"monitoring return about which you were asked something",
		"monitoring returns about which you were asked something" },
	{ SENDS_RETURNS, monitoring_to_send, "/returns?state=due",
		"monitoring return of your organisation to send",
		"monitoring returns of your organisation to send" },
	{ KEEPS_CONTRACTS, monitoring_to_look_at, "/contracts/returns?state=sent",
		"monitoring return to look at", "monitoring returns to look at" },
	{ MAKES_SUBMISSIONS, submission_calls_waiting, "/submissions",
		"call for plans or bids is open, and your organisation has not answered it",
		"calls for plans or bids are open, and your organisation has not answered them" },
	{ MAKES_SUBMISSIONS, submission_drafts_waiting, "/submissions?state=draft",
		"plan or bid was begun and is not sent yet",
		"plans or bids were begun and are not sent yet" },
	{ KEEPS_CONTRACTS, reviews_to_declare, "/reviews?waits=declare",
		"review waits for you to declare your interests",
		"reviews wait for you to declare your interests" },
	{ KEEPS_CONTRACTS, reviews_to_score, "/reviews?waits=score", "review waits for your scores",
		"reviews wait for your scores" },
	{ KEEPS_CONTRACTS, reviews_to_moderate, "/reviews?waits=moderate",
		"review waits for you to agree on its scores",
		"reviews wait for you to agree on their scores" },
	{ KEEPS_CONTRACTS, reviews_before_panel, "/reviews?waits=panel",
		"review is before your panel, to be decided",
		"reviews are before your panel, to be decided" },
	{ KEEPS_CONTRACTS, reviews_to_confirm, "/reviews?waits=confirm",
		"decision waits for you to confirm it or return it to the panel",
		"decisions wait for you to confirm them or return them to the panel" },
	{ KEEPS_CONTRACTS, reviews_late, "/reviews?state=overdue&waits=mine",
		"review of yours is overdue", "reviews of yours are overdue" },
	{ SENDS_RETURNS | MAKES_SUBMISSIONS, findings_waiting, "/findings?state=waiting",
		"review has draft findings that your organisation can answer",
		"reviews have draft findings that your organisation can answer" },
	{ MAKES_PROPOSALS, proposal_questions_waiting, "/proposals/waiting",
		"question about a proposal waits for an answer",
		"questions about proposals wait for an answer" },
	{ MAKES_PROPOSALS, proposal_outcomes_late, "/proposals/waiting",
		"outcome of a proposal is past its day",
		"outcomes of proposals are past their day" },
	{ MAKES_PROPOSALS, proposal_passages_waiting, "/proposals/waiting",
		"passage of a response to code", "passages of responses to code" },
	{ KEEPS_CONTRACTS, contract_actions_late_for_me,
		"/contracts/actions?owner=me&state=overdue",
		"action of yours about a contract is overdue",
		"actions of yours about contracts are overdue" },
	{ KEEPS_CONTRACTS, contract_actions_for_me, "/contracts/actions?owner=me",
		"action of yours about a contract is open",
		"actions of yours about contracts are open" },
	{ STAFF, actions_late_for_me, "/actions/mine", "action of yours is overdue",
		"actions of yours are overdue" },
	{ STAFF, actions_open_for_me, "/actions/mine", "action of yours is open",
		"actions of yours are open" },
};

static bool show_tasks(struct req *r)
{
	bool any = false;

	for (size_t i = 0; i < COUNT(tasks); i++) {
		int64_t n = access_allows(r->person, tasks[i].who) ? tasks[i].count(r) : 0;
		struct tpl *item;

		if (n == 0)
			continue;
		any = true;
		item = tpl_add(r->page, M_TASK);
		tpl_set(item, M_MENU_PATH, tasks[i].path);
		tpl_setf(item, M_TASK_WORDS, "%s %s", count_text(r->ctx, n),
			n == 1 ? tasks[i].one : tasks[i].many);
	}
	return any;
}

/* Who has no list of organisations is led to the page of their own. */
static void show_own_organisation(struct req *r)
{
	struct q_organisation_of own;
	struct tpl *t;

	if (access_allows(r->person, STAFF) ||
		!Q_ONE(r->db, organisation_of, &own, .organisation_id = r->person->organisation_id))
		return;
	t = tpl_add(r->page, M_OWN_ORGANISATION);
	tpl_set(t, M_CODE, text_copy(r->ctx, own.code));
	tpl_set(t, M_ORGANISATION, r->person->organisation);
}

int staff_home(struct req *r)
{
	struct tpl *role;

	tpl_set(r->page, M_NAME, r->person->name);
	tpl_set(r->page, M_ORGANISATION, r->person->organisation);
	kept_list(r, r->page);
	mail_trouble(r, r->page);
	tpl_show_if(r->page, M_NO_TASK, !show_tasks(r));
	menu_places(r, r->page);
	show_own_organisation(r);
	tpl_show_if(r->page, M_NO_ROLE, r->person->roles == 0);
	for (size_t i = 0; role_code(i); i++)
		if (r->person->roles & role_bit(i)) {
			role = tpl_add(r->page, M_ROLE_ROW);
			tpl_set(role, M_ROLE, role_label(i));
		}
	return page_show(r, 200, T_staff_home, "My work");
}

/* Nobody is told about pages that they cannot open. */
int help_view(struct req *r)
{
	bool surveys = access_allows(r->person, READS_SURVEYS),
	     staff = access_allows(r->person, STAFF);

	tpl_set(r->page, M_CONTACT, setting_text(r->settings, SETTING_CONTACT));
	tpl_int(r->page, M_IDLE, setting_int(r->settings, SETTING_IDLE_MINUTES));
	tpl_int(r->page, M_MOST, setting_int(r->settings, SETTING_SESSION_HOURS));
	tpl_show_if(r->page, M_HELP_PEOPLE, access_runs(r->person));
	tpl_show_if(r->page, M_HELP_ASKED, access_allows(r->person, ANSWERS_INVESTIGATIONS));
	tpl_show_if(r->page, M_HELP_ASKING, access_allows(r->person, MANAGES_INCIDENTS));
	tpl_show_if(r->page, M_HELP_REPORTS, access_allows(r->person, REPORTS_INCIDENTS));
	tpl_show_if(r->page, M_HELP_SURVEYS, surveys);
	tpl_show_if(r->page, M_HELP_QUEUE, access_allows(r->person, READS_INCIDENTS));
	tpl_show_if(r->page, M_HELP_BULLETINS, access_allows(r->person, READS_INCIDENTS));
	tpl_show_if(r->page, M_HELP_ORGANISATIONS, staff);
	tpl_show_if(r->page, M_HELP_FILES, surveys || staff);
	return page_show(r, 200, T_staff_help, "Help");
}

int accessibility_view(struct req *r)
{
	markdown_show(r->ctx, setting_shown(r->ctx, r->settings, SETTING_ACCESSIBILITY), 2, r->page,
		M_MARKDOWN);
	return page_show(r, 200, T_public_accessibility, "Accessibility statement");
}

int privacy_view(struct req *r)
{
	markdown_show(r->ctx, setting_shown(r->ctx, r->settings, SETTING_PRIVACY), 2, r->page,
		M_MARKDOWN);
	return page_show(r, 200, T_public_privacy, "Privacy");
}

/* For nginx, monitors and `make run`: 200 when the database answers, or else serve()'s 503. */
int health_view(struct req *r)
{
	struct q_health row;

	if (!Q_ONE(r->db, health, &row))
		return 503;
	r->type = "text/plain; charset=utf-8";
	buf_adds(&r->content, "ok\n");
	return 200;
}
