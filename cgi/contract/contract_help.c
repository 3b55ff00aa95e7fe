/* contract_help.c: the help about contracts: how the register, returns, interests, reviews and
 * decisions work, for each role. */
#include "access.h"
#include "decision.h"
#include "pages.h"
#include "setting.h"

static const struct {
	const char *what, *needs, *told;
} states[REVIEW_STATES] = {
	[REVIEW_SCORING] = { "Each reviewer declares interests, then scores every criterion alone",
		"Every reviewer has sent their scores, with a reason for each", "Nothing yet" },
	[REVIEW_MODERATION] = { "The scores stand side by side, and the reviewers agree on one for "
				"each criterion",
		"A score is agreed on for every criterion, with its reason", "Nothing yet" },
	[REVIEW_FINDINGS] = { "The organisation reads the draft findings and may answer",
		"The answer, or the last day for it",
		"The draft findings, and until when it may answer" },
	[REVIEW_PANEL] = { "The panel meets and votes",
		"A quorum of members who declared that they have no interest, and a majority",
		"Nothing yet" },
	[REVIEW_MADE] = { "A second member who was there reads what the panel decided, and "
			  "confirms it or gives it back",
		"Somebody other than who wrote it down", "Nothing yet" },
	[REVIEW_DECIDED] = { "The decision holds; conditions have become actions",
		"Nothing: it stays as it is", "The outcome with its reasons, in a letter" },
	[REVIEW_CANCELLED] = { "It was ended before a decision, with a reason",
		"Nothing: it stays as it is", "Nothing" },
};

/* GET /help/contracts */
int contract_help(struct req *r)
{
	for (size_t i = 0; i < REVIEW_STATES; i++) {
		struct tpl *row = tpl_add(r->page, M_STATE_ROW);

		tpl_set(row, M_STATE, review_states[i].label);
		tpl_set(row, M_STATE_COLOUR, review_state_colour((enum review_state)i));
		tpl_set(row, M_WHAT, states[i].what);
		tpl_set(row, M_NEEDS, states[i].needs);
		tpl_set(row, M_TOLD, states[i].told);
	}
	for (size_t i = 0; i < DECISION_OUTCOMES; i++) {
		const struct decision_outcome *one = &decision_outcomes[i];
		struct tpl *row = tpl_add(
			r->page, one->of_contract ? M_OUTCOME_ROW : M_SUBMISSION_OUTCOME_ROW);

		tpl_set(row, M_OUTCOME, one->label);
		tpl_set(row, M_OUTCOME_COLOUR, decision_colour(one->code));
		tpl_set(row, M_HINT, one->hint ? one->hint : "The reasons say why");
	}
	for (size_t i = 0; i < INTEREST_KINDS; i++) {
		struct tpl *row = tpl_add(r->page, M_INTEREST_ROW);

		tpl_set(row, M_KIND, interest_kinds[i].label);
		tpl_set(row, M_HINT, interest_kinds[i].hint);
	}
	tpl_int(r->page, M_QUORUM, setting_int(r->settings, SETTING_QUORUM));
	tpl_show_if(r->page, M_HELP_KEEPS, access_allows(r->person, READS_CONTRACTS));
	tpl_show_if(r->page, M_HELP_SENDS, access_allows(r->person, SENDS_RETURNS));
	tpl_show_if(r->page, M_HELP_MAKES, access_allows(r->person, MAKES_SUBMISSIONS));
	return page_show(r, 200, T_contract_help, "How contracts are reviewed");
}
