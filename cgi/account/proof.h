/* proof.h: is it really them? Password and one-time code (or a recovery code) of one account,
 * checked the same way and counted together wherever they are asked for. */
#ifndef PROOF_H
#define PROOF_H

#include "req.h"

/* Whose they should be. person_id 0: of nobody, which takes as long and is always wrong. */
struct holder {
	int64_t person_id, organisation_id;
	const char *password_hash;
	struct bytes totp_secret;
	int64_t totp_step;
};

struct proof {
	const char *where;           /* for the trail: "sign in", "new password", … */
	const char *email;           /* as typed, or the holder's */
	bool no_password;            /* the link that they came by stands for it */
	bool no_code;                /* two administrators have agreed that the device is lost */
	const char *password, *code; /* code: as FIELD_CODE gives it */
};

/* False whatever is wrong, or when too many tries were: one answer, in the same time. The code is
 * used up by a true. */
bool proof_holds(struct req *, const struct holder *, const struct proof *);
/* Fills holder with the account of r->person or, below, of any other that is active. */
void proof_own(struct req *, struct holder *);

enum { RECOVERY_LETTERS = 16, RECOVERY_CODES = 10 };
/* New recovery codes ("ABCD-EFGH-JKLM-NPQR"), which replace those before: RECOVERY_CODES of them.
 */
const char **recovery_make(struct req *, int64_t person_id);
int64_t recovery_left(struct req *, int64_t person_id);
#endif
