/* proposal.h: proposals on which people and organisations are heard: their words, finding one,
 * where it stands. A proposal is drafted by an author, published, answered between its first and
 * its last day, and answered to afterwards: what people said, and what was done about it. */
#ifndef PROPOSAL_H
#define PROPOSAL_H

#include "form.h"
#include "ref.h"
#include "req.h"

enum {
	STANCES = 3,
	PUBLICATIONS = 3,
	CAPACITIES = 2,
	POINT_KINDS = 3,
	GRADES = 2,
	RESPONSE_SOURCES = 5,
	PROPOSAL_EVENT_KINDS = 4,
	OUTCOME_KINDS = 3,
	PROPOSAL_AUDIENCES = 2,
	PROPOSAL_STANDS = 5
};
extern const char *const stance_codes[STANCES];                 /* in_favour, against, unsure */
extern const struct choice proposal_publications[PUBLICATIONS]; /* name, group, none */
extern const struct choice proposal_capacities[CAPACITIES];     /* person, organisation */
extern const struct choice proposal_point_kinds[POINT_KINDS];   /* gain, concern, comment */
extern const struct choice proposal_grades[GRADES];             /* high, medium */
extern const struct choice proposal_sources[RESPONSE_SOURCES];  /* web, letter, ... */
/* meeting, workshop, ... */
extern const struct choice proposal_event_kinds[PROPOSAL_EVENT_KINDS];
extern const struct choice proposal_audiences[PROPOSAL_AUDIENCES]; /* all, groups */
extern const struct choice proposal_outcome_kinds[OUTCOME_KINDS];  /* doing, differently, ... */

/* Where a proposal stands today: draft, coming, open, closed, withdrawn. Its last day counts. */
extern const struct choice proposal_stands[PROPOSAL_STANDS];
const char *proposal_stand(
	const char *state, const char *opens_on, const char *closes_on, int64_t now);
bool proposal_is(const char *stand, const char *which);
/* {{STAND}} in words and {{STAND_COLOUR}}, of nhsuk-tag. */
void proposal_stand_show(struct tpl *, const char *stand);

/* For staff: of the reference r->args[0]. 0, or what the page returns. */
int proposal_found(struct req *, struct q_proposal_by_ref *);
/* The same, a draft: what is frozen afterwards is changed in no other state. */
int proposal_drafted(struct req *, struct q_proposal_by_ref *);
/* For everybody: of the slug r->args[0], published or withdrawn. */
int proposal_open_to_all(struct req *, struct q_proposal_public_by_slug *);

/* Of a staff page about one: {{>PROPOSAL_HEAD}}, the line above its heading: the way back, title
 * and where it stands; {{>PROPOSAL_NAV}}, links to all its pages; {{REF}}, {{CSRF}}. */
void proposal_head_show(struct req *, const struct q_proposal_by_ref *);
/* The same, with {{SLUG}} and {{ROW_VERSION}}. */
void proposal_heading(struct req *, const struct q_proposal_by_ref *);
/* proposal_review.c: at {{>PROPOSAL_PANEL}} of its page, the review of it, or the link that asks
 * for one. */
void proposal_review_show(struct req *, const struct q_proposal_by_ref *, bool may_open);
/* The label of a stance, as the author of this proposal wrote it. */
const char *stance_label(
	const char *code, const char *in_favour, const char *against, const char *unsure);
#endif
