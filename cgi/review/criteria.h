/* criteria.h: templates of criteria, and their versions: what their pages share. */
#ifndef CRITERIA_H
#define CRITERIA_H

#include "form.h"
#include "ref.h"
#include "req.h"

enum { CRITERIA_JUDGES = 3, CRITERIA_EVIDENCE = 9, CRITERIA_SCORES = 5 };
extern const struct choice criteria_judges[CRITERIA_JUDGES]; /* contract, submission, proposal */
/* Which evidence stands beside a criterion; the first is none. */
extern const struct choice criteria_evidence[CRITERIA_EVIDENCE];

/* The template of r->args[0]: 0, or what the page returns. */
int criteria_found(struct req *, struct q_criteria_by_ref *);
/* {{CSRF}}, {{REF}}, {{NAME}}. */
void criteria_heading(struct req *, const struct q_criteria_by_ref *);
/* A version as a reviewer sees it, one {{>CRITERION}} (templates/criteria_criterion.tpl) each;
 * their number. */
size_t criteria_show(struct req *, int64_t version_id, struct tpl *page);
/* "12.5%": of hundredths of a per cent. */
const char *criteria_share(TALLOC_CTX *, int64_t share);

/* The page of a form with nothing else on it. of NULL: a new template. */
struct criteria_form {
	const char *heading, *button;
	const char *intro; /* a sentence above it; NULL: none */
	bool existing;     /* it carries a row version (work_carry); otherwise a token */
};
int criteria_form_show(struct req *, const struct q_criteria_by_ref *of, const struct form *,
	const struct criteria_form *, int status);
/* Back to the template, with a sentence. */
int criteria_back(struct req *, const struct q_criteria_by_ref *, const char *sentence);
/* The same where nothing was done. */
int criteria_not_done(struct req *, const struct q_criteria_by_ref *, const char *sentence);
#endif
