/* contract_list.h: what the register can be narrowed by, and words for its cells: its list, its
 * files and its totals share them. */
#ifndef CONTRACT_LIST_H
#define CONTRACT_LIST_H

#include "contract.h"
#include "list.h"

enum { CONTRACTS_SOON = 6, GLANCE_MOST = 200 };

/* Reads the address, and says it as the query's parameters. */
struct list *contract_list_open(struct req *, struct q_contracts_list_in *);

/* The days that flags are about: today, and the first day that is not within the next months any
 * more. */
struct contract_days {
	const char *today, *soon;
};
struct contract_days contract_days(TALLOC_CTX *, int64_t now);
/* So many months after a day; where that month is shorter, its last day, as MariaDB has it. */
const char *date_months_after(TALLOC_CTX *, const char *iso_date, int months);

/* What is to be seen about it at a glance: each a flag of the list's filter. */
enum contract_flag {
	FLAG_NO_SPECIFICATION,
	FLAG_NO_MONITORING,
	FLAG_REVIEW_OVERDUE,
	FLAG_ENDS_SOON,
	FLAG_RETURNS_MISSING,
	FLAG_RED_KPIS,
	FLAG_ENDS_UNREVIEWED, /* ends soon, and no review is open: of the filter alone */
	CONTRACT_FLAGS
};
extern const struct choice contract_flags[CONTRACT_FLAGS];
/* Has this row the flag? Not of FLAG_ENDS_UNREVIEWED. */
bool contract_is_flagged(
	const struct q_contracts_list *, const struct contract_days *, enum contract_flag);

/* What waits for who leads contracts, for My work. */
int64_t contracts_review_overdue(struct req *);
int64_t contracts_returns_missing(struct req *);
int64_t contracts_ends_unreviewed(struct req *);
#endif
