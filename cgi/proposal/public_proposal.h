/* public_proposal.h: what the public pages of a proposal share: reading it, answering it, coming
 * back to an answer. */
#ifndef PUBLIC_PROPOSAL_H
#define PUBLIC_PROPOSAL_H

#include "proposal_form.h"
#include "seal.h"
#include "visit_pages.h"

/* Nothing in a page that everybody reads is about who reads it. */
extern const char proposal_cache[];

/* public_proposal.c: its page; v: a visit that can be begun or gone on with there, NULL: who comes
 * new begins with a link. */
int public_proposal_show(
	struct req *, const struct q_proposal_public_by_slug *, struct visit *v, bool resume);
/* Why it cannot be answered, kindly: it is not open yet, it has closed, it was withdrawn, or it
 * asks groups alone. */
int public_proposal_shut(struct req *, const struct q_proposal_public_by_slug *);
/* No search engine is shown what a link opens, and nobody keeps it. */
void keep_private(struct req *);

/* proposal_answer.c: the door of a proposal's visits. */
enum { LINK_BYTES = 16, LINK_SHOWN_SECONDS = 24 * 60 * 60 };
struct respond {
	struct visit_door door;
	const struct q_proposal_public_by_slug *p;
	struct proposal_asks *asks;
	struct proposal_form *form; /* of the visit at hand */
	/* What the visit keeps in its seal: */
	int64_t group_id; /* they came by the link of this group; 0: by none */
	const char *mine; /* the private link of what is changed; NULL: it is the first */
	int64_t replaces; /* the version that is changed; 0: whichever it is by now */
};
struct respond *respond_new(struct req *, const struct q_proposal_public_by_slug *);
/* A visit that begins with a group, or with a response that is changed. */
struct visit *respond_begin(struct req *, struct respond *);
/* The private link's token of a visit's first response: the same when it is sent again. */
const char *respond_link(struct req *, const struct visit *);
void respond_link_hash(const char *token, uint8_t hash[HASH_BYTES]);
const char *respond_link_purpose(TALLOC_CTX *, const char *token);
/* The Monday of this week. */
void respond_received_on(int64_t now, char out[11]);
/* Keeps what was sent for who has the link; typed NULL: it was withdrawn. */
void respond_keep(struct req *, const struct respond *, const char *token, int64_t response_id,
	const char *ref, json_t *typed);

/* proposal_mine.c: what stands behind a private link now; false: nothing. */
struct mine {
	int64_t response_id, group_id;
	const char *ref;
	bool withdrawn;
	const json_t *typed;
	const char *answer; /* to what they asked; NULL: none yet */
	int64_t answered_at;
};
bool mine_find(struct req *, int64_t proposal_id, const char *token, struct mine *out);
#endif
