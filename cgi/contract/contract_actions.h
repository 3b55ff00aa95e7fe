/* contract_actions.h: what is to be done about contracts. */
#ifndef CONTRACT_ACTIONS_H
#define CONTRACT_ACTIONS_H

#include "contract.h"
#include "jobs.h"

/* For "What waits for you": open actions of the person, and those of them that are overdue. */
int64_t contract_actions_for_me(struct req *);
int64_t contract_actions_late_for_me(struct req *);
/* A job: reminds owners. (contract_remind.c) */
job_function contract_actions_remind;
#endif
